package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.BlendLearner;
import io.quartermaster.domain.recommendation.live.BlendState;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Learns what the parts of a score count, in the order of examples, and tells it when the
 * item-to-item table is told. There is one blend for all customers, so one task learns; an example
 * costs it less than a microsecond.
 */
final class BlendFunction extends EventTimeOrderedFunction<Integer, BlendExample, ItemNews> {

    private static final long serialVersionUID = 1L;

    /** What was learnt so far; each example replaces it. */
    private static final ValueStateDescriptor<BlendState> STATE =
            new ValueStateDescriptor<>("blend", PlainTypes.of(BlendState.class));

    private final RecommendationOptions options;

    private transient ValueState<BlendState> state;

    BlendFunction(RecommendationOptions options) {
        super(BlendExample.class, BlendExample::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        state = getRuntimeContext().getState(STATE);
    }

    @Override
    protected void inOrder(BlendExample example, Context context, Collector<ItemNews> out)
            throws Exception {
        learn(example);
        waitUntilNext(context.timestamp(), context);
    }

    /** What comes late counts from the next time on. */
    @Override
    protected void late(BlendExample example, Context context, Collector<ItemNews> out)
            throws Exception {
        learn(example);
        long watermark = context.timerService().currentWatermark();
        if (watermark < Long.MAX_VALUE) {
            waitUntilNext(watermark + 1, context);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<ItemNews> out)
            throws Exception {
        out.collect(ItemNews.blend(new BlendLearner(state.value()).weights(), time));
    }

    private void learn(BlendExample example) throws Exception {
        BlendState before = state.value();
        BlendLearner learner =
                before == null ? new BlendLearner(options.weights()) : new BlendLearner(before);
        learner.learn(example.features(), example.clicked());
        state.update(learner.state());
    }

    private void waitUntilNext(long time, Context context) throws Exception {
        OptionalLong telling = options.table().times().next(time);
        if (telling.isPresent()) {
            registerTimer(telling.getAsLong(), context);
        }
    }
}
