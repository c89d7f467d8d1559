package io.quartermaster.pipelines.demand;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/** Gives each window the category that the catalogue named as of its time. Keyed by item. */
final class CategoryOfWindowFunction
        extends EventTimeOrderedFunction<String, EffectNews, EffectNews> {

    private static final long serialVersionUID = 1L;

    /** A word an item; it never ends. */
    private static final ValueStateDescriptor<String> CATEGORY =
            new ValueStateDescriptor<>("category", Types.STRING);

    private transient ValueState<String> category;

    CategoryOfWindowFunction() {
        super(EffectNews.class, EffectNews::order);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        category = getRuntimeContext().getState(CATEGORY);
    }

    @Override
    protected void inOrder(EffectNews news, Context context, Collector<EffectNews> out)
            throws Exception {
        if (news.row() != null) {
            category.update(news.row().category());
        } else {
            String known = category.value();
            out.collect(news.in(known == null ? "" : known));
        }
    }
}
