package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.governance.ReviewRule;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/** Keeps the first review that a customer gives an order and item. */
final class ReviewFunction extends EventTimeOrderedFunction<String, Candidate, Candidate> {

    private static final long serialVersionUID = 1L;

    /** When the first review came; a timer ends it when the rule's window has passed. */
    private static final ValueStateDescriptor<Instant> FIRST =
            new ValueStateDescriptor<>("first-review", Instant.class);

    private final ReviewRule rule;

    private transient ValueState<Instant> first;
    private transient Rejects rejects;

    ReviewFunction(CleaningOptions options) {
        super(Candidate.class, Candidate::position);
        this.rule = options.reviews();
    }

    /** Customer, order and item; what the rule does not judge is a key of its own. */
    static String key(Candidate candidate) {
        Feedback feedback = candidate.feedback();
        return ReviewRule.judges(feedback)
                ? feedback.customer() + "|" + feedback.order() + "|" + feedback.item()
                : "|" + feedback.id();
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        first = getRuntimeContext().getState(FIRST);
        rejects = new Rejects(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected void inOrder(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        Feedback feedback = candidate.feedback();
        Instant before = first.value();
        if (before != null && rule.repeats(before, feedback.time())) {
            String reason = ReviewRule.reason(feedback, before);
            context.output(
                    Rejects.TAG, rejects.counted(candidate.rejected(ReviewRule.NAME, reason)));
        } else {
            remember(feedback, context);
            out.collect(candidate);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Candidate> out)
            throws Exception {
        Instant before = first.value();
        if (before != null && time > before.plus(rule.window()).toEpochMilli()) {
            first.clear();
        }
    }

    private void remember(Feedback feedback, Context context) throws Exception {
        if (ReviewRule.judges(feedback)) {
            first.update(feedback.time());
            registerTimer(feedback.time().plus(rule.window()).toEpochMilli() + 1, context);
        }
    }
}
