package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.BlendLearner;
import io.quartermaster.domain.recommendation.live.BlendState;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * Learns what the parts of a score count, in the order of examples, and tells it when the
 * item-to-item table is told. There is one blend for all customers, so one task learns; an example
 * costs it less than a microsecond.
 */
final class BlendFunction extends ToldWithTable<Integer, BlendExample> {

    private static final long serialVersionUID = 1L;

    /** What was learnt so far; each example replaces it. */
    private static final ValueStateDescriptor<BlendState> STATE =
            new ValueStateDescriptor<>("blend", PlainTypes.of(BlendState.class));

    private final RecommendationOptions options;

    private transient ValueState<BlendState> state;

    BlendFunction(RecommendationOptions options) {
        super(BlendExample.class, BlendExample::id, options.table().times());
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        state = getRuntimeContext().getState(STATE);
    }

    @Override
    void take(BlendExample example) throws Exception {
        BlendState before = state.value();
        BlendLearner learner =
                before == null ? new BlendLearner(options.weights()) : new BlendLearner(before);
        learner.learn(example.features(), example.clicked());
        state.update(learner.state());
    }

    @Override
    ItemNews news(Integer key, long time) throws Exception {
        return ItemNews.blend(new BlendLearner(state.value()).weights(), time);
    }
}
