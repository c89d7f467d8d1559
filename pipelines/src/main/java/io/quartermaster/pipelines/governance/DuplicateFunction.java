package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.governance.DuplicateRule;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Keeps the first of the candidates of one kind and id. What comes later than the allowed lateness
 * goes to quarantine here, before any other step that remembers.
 */
final class DuplicateFunction extends EventTimeOrderedFunction<String, Candidate, Candidate> {

    private static final long serialVersionUID = 1L;

    /** Name of the rule for candidates too far behind the watermark. */
    static final String TOO_LATE = "too_late";

    /** The copy that was kept; a timer ends it when the rule's memory is over. */
    private static final ValueStateDescriptor<DuplicateRule.Kept> KEPT =
            new ValueStateDescriptor<>("kept", DuplicateRule.Kept.class);

    private final DuplicateRule rule;
    private final Duration allowedLateness;

    private transient ValueState<DuplicateRule.Kept> kept;
    private transient Rejects rejects;

    DuplicateFunction(CleaningOptions options) {
        super(Candidate.class, Candidate::position);
        this.rule = options.duplicates();
        this.allowedLateness = options.allowedLateness();
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        kept = getRuntimeContext().getState(KEPT);
        rejects = new Rejects(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected void inOrder(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        DuplicateRule.Kept first = kept.value();
        if (first != null && rule.isCopy(first, candidate.event().time())) {
            String reason = rule.reason(candidate.event().id(), first);
            context.output(
                    Rejects.TAG, rejects.counted(candidate.rejected(DuplicateRule.NAME, reason)));
        } else {
            keep(candidate, context);
            out.collect(candidate);
        }
    }

    @Override
    protected void late(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        if (context.timestamp() >= watermark - allowedLateness.toMillis()) {
            inOrder(candidate, context, out);
        } else {
            String reason =
                    "The time ("
                            + candidate.event().time()
                            + ") is more than "
                            + allowedLateness
                            + " behind the events before it.";
            context.output(Rejects.TAG, rejects.counted(candidate.rejected(TOO_LATE, reason)));
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Candidate> out)
            throws Exception {
        DuplicateRule.Kept first = kept.value();
        if (first != null && time > first.time().plus(rule.memory()).toEpochMilli()) {
            kept.clear();
        }
    }

    private void keep(Candidate candidate, Context context) throws Exception {
        kept.update(
                new DuplicateRule.Kept(
                        candidate.event().time(), candidate.event().source(), candidate.line()));
        registerTimer(candidate.event().time().plus(rule.memory()).toEpochMilli() + 1, context);
    }
}
