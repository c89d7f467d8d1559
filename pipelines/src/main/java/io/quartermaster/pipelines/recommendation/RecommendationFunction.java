package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.live.LiveRanker;
import io.quartermaster.domain.recommendation.live.Proposal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Recommends to a customer: when a day closes on which the customer acted, or at once when the
 * customer acts.
 */
final class RecommendationFunction extends CustomerFunction<Recommendation> {

    private static final long serialVersionUID = 1L;

    /** When the list of the day's close is due; cleared by its timer. */
    private static final ValueStateDescriptor<Long> NEXT_CLOSE =
            new ValueStateDescriptor<>("next-close", Types.LONG);

    /** When the customer last had a list on acting; the next one replaces it. */
    private static final ValueStateDescriptor<Long> LAST_LIST =
            new ValueStateDescriptor<>("last-list", Types.LONG);

    private final RecommendationOptions options;

    private transient ValueState<Long> nextClose;
    private transient ValueState<Long> lastList;
    private transient LiveRanker ranker;
    private transient Ranker model;

    RecommendationFunction(RecommendationOptions options) {
        super(options);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        nextClose = getRuntimeContext().getState(NEXT_CLOSE);
        lastList = getRuntimeContext().getState(LAST_LIST);
        if (options.list().hasRanker()) {
            model = options.list().openRanker();
            ranker = LiveRanker.by(model, options.horizonDays(), options.ranking(), known());
        } else {
            ranker = new LiveRanker(options.ranking(), known());
        }
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }

    @Override
    protected void afterActs(long time, OnTimerContext context, Collector<Recommendation> out)
            throws Exception {
        waitForClose(time, context);
        Long last = lastList.value();
        if (options.when().onAct()
                && (last == null || last + options.actInterval().toMillis() <= time)) {
            lastList.update(time);
            list(time, context, out);
        }
    }

    @Override
    protected void onErased() {
        nextClose.clear();
        lastList.clear();
    }

    /** What comes late counts from the next time on. */
    @Override
    protected void afterLateAct(long watermark, ReadOnlyContext context) throws Exception {
        waitForClose(watermark + 1, context);
    }

    @Override
    protected void onTime(long time, OnTimerContext context, Collector<Recommendation> out)
            throws Exception {
        if (Long.valueOf(time).equals(nextClose.value())) {
            nextClose.clear();
            list(time, context, out);
        }
    }

    private void waitForClose(long time, ReadOnlyContext context) throws Exception {
        OptionalLong next = options.days().next(time);
        if (options.when().onClose()
                && next.isPresent()
                && !Long.valueOf(next.getAsLong()).equals(nextClose.value())) {
            nextClose.update(next.getAsLong());
            context.timerService().registerEventTimeTimer(next.getAsLong());
        }
    }

    /** Whether it was bought, and is seldom bought again. */
    private boolean isOnceForAll(Holding holding) {
        return holding.bought()
                && options.excludeBought()
                && known().repeats().of(holding.item()) < options.repeatShare();
    }

    private void list(long time, OnTimerContext context, Collector<Recommendation> out)
            throws Exception {
        List<Holding> held = held();
        Set<String> excluded = new HashSet<>();
        for (Holding holding : held) {
            if (holding.cameBack() || isOnceForAll(holding)) {
                excluded.add(holding.item());
            }
        }
        String customer = context.getCurrentKey();
        int position = 0;
        for (Proposal proposal : ranker.rank(customer, own(held, time), excluded::contains)) {
            out.collect(
                    Recommendation.of(
                            customer,
                            ++position,
                            proposal.item(),
                            proposal.method().label(),
                            proposal.scoring(),
                            Instant.ofEpochMilli(time)));
        }
    }
}
