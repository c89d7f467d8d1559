package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.Interaction;
import io.quartermaster.domain.recommendation.InteractionMatrix;
import io.quartermaster.domain.recommendation.RankedItem;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.Recommender;
import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Keeps what customers have to do with items, and the stock and forecast of each item. When a day
 * closes, it recommends to the customers who acted since the last time, all of them in one bundle
 * for the similarity engine.
 *
 * <p>Collaborative filtering compares everybody with everybody, so the whole matrix lies under one
 * key: one task holds and computes it.
 */
final class RecommendationFunction
        extends EventTimeOrderedFunction<Integer, RecommendationSignal, Recommendation> {

    private static final long serialVersionUID = 1L;

    private final RecommendationOptions options;

    private transient MapState<String, Holding> holdings;
    private transient MapState<String, PlaceAmount> onHand;
    private transient MapState<String, PlaceAmount> expected;
    private transient MapState<String, Boolean> acted;
    private transient ValueState<Long> nextTime;
    private transient SparseSimilarityKernel kernel;

    RecommendationFunction(RecommendationOptions options) {
        super(RecommendationSignal.class, RecommendationSignal::order);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        holdings = getRuntimeContext().getMapState(HOLDINGS);
        onHand = getRuntimeContext().getMapState(ON_HAND);
        expected = getRuntimeContext().getMapState(EXPECTED);
        acted = getRuntimeContext().getMapState(ACTED);
        nextTime = getRuntimeContext().getState(NEXT_TIME);
        kernel = SimilarityEngines.openSparse(options.similarity());
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Override
    protected void inOrder(
            RecommendationSignal signal, Context context, Collector<Recommendation> out)
            throws Exception {
        keep(signal);
        waitUntilNext(context.timestamp(), context);
    }

    /** What comes late counts from the next time on. */
    @Override
    protected void late(RecommendationSignal signal, Context context, Collector<Recommendation> out)
            throws Exception {
        keep(signal);
        long watermark = context.timerService().currentWatermark();
        if (watermark < Long.MAX_VALUE) {
            waitUntilNext(watermark + 1, context);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Recommendation> out)
            throws Exception {
        nextTime.clear();
        TreeSet<String> customers = new TreeSet<>();
        acted.keys().forEach(customers::add);
        acted.clear();
        if (customers.isEmpty()) {
            return;
        }
        InteractionMatrix matrix = matrix(time);
        Recommender recommender = new Recommender(matrix, outlooks(), options.settings());
        int[] numbers = customers.stream().mapToInt(matrix::numberOf).toArray();
        List<List<RankedItem>> lists = recommender.recommend(numbers, kernel);
        for (int i = 0; i < numbers.length; i++) {
            emit(matrix.customer(numbers[i]), lists.get(i), Instant.ofEpochMilli(time), out);
        }
    }

    private void keep(RecommendationSignal signal) throws Exception {
        String place = signal.item() + "|" + signal.place();
        switch (signal.kind()) {
            case STOCKED -> onHand.put(place, amount(signal));
            case EXPECTED -> expected.put(place, amount(signal));
            case ORDERED, RETURNED, CANCELLED, INTERESTED -> keepHolding(signal);
        }
    }

    private void keepHolding(RecommendationSignal signal) throws Exception {
        String key = signal.customer() + "|" + signal.item();
        Holding before = holdings.get(key);
        Holding holding = before == null ? Holding.none(signal.customer(), signal.item()) : before;
        holdings.put(key, holding.after(signal));
        acted.put(signal.customer(), true);
    }

    private void waitUntilNext(long time, Context context) throws Exception {
        OptionalLong next = options.days().next(time);
        if (next.isPresent() && !Long.valueOf(next.getAsLong()).equals(nextTime.value())) {
            nextTime.update(next.getAsLong());
            registerTimer(next.getAsLong(), context);
        }
    }

    private InteractionMatrix matrix(long now) throws Exception {
        List<Interaction> interactions = new ArrayList<>();
        for (Holding holding : holdings.values()) {
            interactions.add(holding.interaction(now, options.halfLife()));
        }
        return new InteractionMatrix(interactions);
    }

    /** Items of which both stock and forecast are known, summed over their places. */
    private Map<String, StockOutlook> outlooks() throws Exception {
        Map<String, Double> stock = sums(onHand);
        Map<String, StockOutlook> outlooks = new TreeMap<>();
        sums(expected)
                .forEach(
                        (item, units) -> {
                            if (stock.containsKey(item)) {
                                outlooks.put(item, new StockOutlook(stock.get(item), units));
                            }
                        });
        return outlooks;
    }

    private static Map<String, Double> sums(MapState<String, PlaceAmount> amounts)
            throws Exception {
        TreeMap<String, PlaceAmount> ordered = new TreeMap<>();
        for (Map.Entry<String, PlaceAmount> entry : amounts.entries()) {
            ordered.put(entry.getKey(), entry.getValue());
        }
        Map<String, Double> sums = new TreeMap<>();
        ordered.values().forEach(one -> sums.merge(one.item(), one.units(), Double::sum));
        return sums;
    }

    private void emit(
            String customer, List<RankedItem> list, Instant asOf, Collector<Recommendation> out) {
        int position = 0;
        for (RankedItem ranked : list) {
            out.collect(
                    new Recommendation(
                            customer,
                            ++position,
                            ranked.item(),
                            ranked.score(),
                            ranked.method().label(),
                            ranked.reason(),
                            asOf));
        }
    }

    private static PlaceAmount amount(RecommendationSignal signal) {
        return new PlaceAmount(signal.item(), signal.place(), signal.amount());
    }

    /** By customer and item; never ends, since what was bought stays left out. */
    private static final MapStateDescriptor<String, Holding> HOLDINGS =
            new MapStateDescriptor<>("holdings", Types.STRING, TypeInformation.of(Holding.class));

    /** By item and place; replaced by the next level. */
    private static final MapStateDescriptor<String, PlaceAmount> ON_HAND =
            new MapStateDescriptor<>(
                    "on-hand", Types.STRING, TypeInformation.of(PlaceAmount.class));

    /** By item and place; replaced by the next forecast. */
    private static final MapStateDescriptor<String, PlaceAmount> EXPECTED =
            new MapStateDescriptor<>(
                    "expected", Types.STRING, TypeInformation.of(PlaceAmount.class));

    /** Customers who acted since the last time; cleared by the timer. */
    private static final MapStateDescriptor<String, Boolean> ACTED =
            new MapStateDescriptor<>("acted", Types.STRING, Types.BOOLEAN);

    /** When the timer is due; cleared by it. */
    private static final ValueStateDescriptor<Long> NEXT_TIME =
            new ValueStateDescriptor<>("next-time", Types.LONG);
}
