package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Sums an item's stock and forecast over its places, and tells when it is sold out or about to run
 * out, and when it is no longer. Stock that lasts is told once and not each time it moves.
 */
final class OutlookFunction
        extends EventTimeOrderedFunction<String, RecommendationSignal, ItemNews> {

    private static final long serialVersionUID = 1L;

    /** By place; replaced by the next level. */
    private static final MapStateDescriptor<String, Double> ON_HAND =
            new MapStateDescriptor<>("on-hand", Types.STRING, Types.DOUBLE);

    /** By place; replaced by the next forecast. */
    private static final MapStateDescriptor<String, Double> EXPECTED =
            new MapStateDescriptor<>("expected", Types.STRING, Types.DOUBLE);

    /** What was told last; replaced by what is told next. */
    private static final ValueStateDescriptor<StockOutlook> TOLD =
            new ValueStateDescriptor<>("told", TypeInformation.of(StockOutlook.class));

    private transient MapState<String, Double> onHand;
    private transient MapState<String, Double> expected;
    private transient ValueState<StockOutlook> told;

    OutlookFunction() {
        super(RecommendationSignal.class, RecommendationSignal::order);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        onHand = getRuntimeContext().getMapState(ON_HAND);
        expected = getRuntimeContext().getMapState(EXPECTED);
        told = getRuntimeContext().getState(TOLD);
    }

    @Override
    protected void inOrder(RecommendationSignal signal, Context context, Collector<ItemNews> out)
            throws Exception {
        boolean isStock = signal.kind() == RecommendationSignal.Kind.STOCKED;
        (isStock ? onHand : expected).put(signal.place(), signal.amount());
        if (onHand.isEmpty()) {
            return;
        }
        StockOutlook before = told.value();
        StockOutlook now = new StockOutlook(sum(onHand), sum(expected));
        if (isNews(before, now)) {
            told.update(now);
            out.collect(
                    ItemNews.outlook(
                            signal.item(), now.onHand(), now.expected(), context.timestamp()));
        }
    }

    private static boolean isNews(StockOutlook before, StockOutlook now) {
        boolean wasFine = before == null || !(before.runsOut() || before.isSoldOut());
        boolean isFine = !(now.runsOut() || now.isSoldOut());
        return isFine ? !wasFine : !now.equals(before);
    }

    /** In the order of places. */
    private static double sum(MapState<String, Double> byPlace) throws Exception {
        TreeMap<String, Double> ordered = new TreeMap<>();
        for (Map.Entry<String, Double> entry : byPlace.entries()) {
            ordered.put(entry.getKey(), entry.getValue());
        }
        double sum = 0;
        for (double units : ordered.values()) {
            sum += units;
        }
        return sum;
    }
}
