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
 * out, and when it is no longer. Stock that lasts is told once and not each time it moves; where a
 * trained ranker asks for figures, they are told each time besides.
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

    /** By place, of the horizon's second half; replaced by the next forecast. */
    private static final MapStateDescriptor<String, Double> LATER =
            new MapStateDescriptor<>("later", Types.STRING, Types.DOUBLE);

    /** What was told last; replaced by what is told next. */
    private static final ValueStateDescriptor<StockOutlook> TOLD =
            new ValueStateDescriptor<>("told", TypeInformation.of(StockOutlook.class));

    private final boolean tellsFigures;

    private transient MapState<String, Double> onHand;
    private transient MapState<String, Double> expected;
    private transient MapState<String, Double> later;
    private transient ValueState<StockOutlook> told;

    OutlookFunction(boolean tellsFigures) {
        super(RecommendationSignal.class, RecommendationSignal::order);
        this.tellsFigures = tellsFigures;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        onHand = getRuntimeContext().getMapState(ON_HAND);
        expected = getRuntimeContext().getMapState(EXPECTED);
        later = getRuntimeContext().getMapState(LATER);
        told = getRuntimeContext().getState(TOLD);
    }

    @Override
    protected void inOrder(RecommendationSignal signal, Context context, Collector<ItemNews> out)
            throws Exception {
        levels(signal.kind()).put(signal.place(), signal.amount());
        if (tellsFigures) {
            double stock = onHand.isEmpty() ? Double.NaN : sum(onHand);
            out.collect(
                    ItemNews.demand(
                            signal.item(), stock, sum(expected), sum(later), context.timestamp()));
        }
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

    private MapState<String, Double> levels(RecommendationSignal.Kind kind) {
        return switch (kind) {
            case STOCKED -> onHand;
            case EXPECTED -> expected;
            case EXPECTED_LATER -> later;
            case ORDERED, RETURNED, CANCELLED, INTERESTED, SHOWN, ERASED ->
                    throw new IllegalArgumentException(kind + " says nothing of stock.");
        };
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
