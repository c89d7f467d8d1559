package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.governance.BurstRule;
import io.quartermaster.domain.governance.RecentTimes;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/** Keeps out what one visitor does to one item more often than a person would. */
final class BurstFunction extends EventTimeOrderedFunction<String, Candidate, Candidate> {

    private static final long serialVersionUID = 1L;

    /** The visitor's last times; a timer ends them when the window has passed. */
    private static final ValueStateDescriptor<RecentTimes> RECENT =
            new ValueStateDescriptor<>("recent-times", RecentTimes.class);

    private final BurstRule rule;

    private transient ValueState<RecentTimes> recent;
    private transient Rejects rejects;

    BurstFunction(CleaningOptions options) {
        super(Candidate.class, Candidate::position);
        this.rule = options.bursts();
    }

    /** Visitor, item and action; an unknown visitor's action is a key of its own. */
    static String key(Candidate candidate) {
        Behaviour action = candidate.behaviour();
        return action.customer().isEmpty()
                ? "|" + action.id()
                : action.customer() + "|" + action.item() + "|" + action.action();
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        recent = getRuntimeContext().getState(RECENT);
        rejects = new Rejects(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected void inOrder(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        Behaviour action = candidate.behaviour();
        RecentTimes before = recent.value() == null ? RecentTimes.EMPTY : recent.value();
        Optional<String> objection = rule.objection(before, action);
        recent.update(rule.remember(before, action));
        registerTimer(action.time().plus(rule.window()).toEpochMilli(), context);
        if (objection.isEmpty()) {
            out.collect(candidate);
        } else {
            context.output(
                    Rejects.TAG,
                    rejects.counted(candidate.rejected(BurstRule.NAME, objection.get())));
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Candidate> out)
            throws Exception {
        RecentTimes times = recent.value();
        if (times != null && times.last() + rule.window().toMillis() <= time) {
            recent.clear();
        }
    }
}
