package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Forecasts young items on the eve of each plan day, from how others of their brand's cluster
 * began: from a horizon before the launch until {@link ClusterPrior#YOUNG_DAYS} days of their own.
 *
 * <p>It answers once the watermark has passed the eve, and looks only at what was known at the
 * eve's end, whatever has come already: so the answer does not depend on which input was faster.
 * Where the brand has no cluster yet, or nobody else of it has begun, all items of the place stand
 * in.
 */
final class ClusterPriorFunction
        extends KeyedBroadcastProcessFunction<String, EarlyDay, PriorFact, Forecast> {

    private static final long serialVersionUID = 1L;

    private static final long DAY_MILLIS = 86_400_000L;

    /** Brand by item; one entry for each item of the catalogue. */
    static final MapStateDescriptor<String, AsOf> BRANDS =
            new MapStateDescriptor<>("brands", Types.STRING, PlainTypes.of(AsOf.class));

    /** Cluster by brand; one entry for each brand. */
    static final MapStateDescriptor<String, AsOf> CLUSTERS =
            new MapStateDescriptor<>("clusters", Types.STRING, PlainTypes.of(AsOf.class));

    /** First days by item and place; one entry for each. */
    static final MapStateDescriptor<String, EarlyDemand> BEGINNINGS =
            new MapStateDescriptor<>("beginnings", Types.STRING, PlainTypes.of(EarlyDemand.class));

    /** Ends with the item's youth. */
    private static final ValueStateDescriptor<YoungItem> YOUNG =
            new ValueStateDescriptor<>("young", PlainTypes.of(YoungItem.class));

    private final ForecastOptions options;

    private transient ValueState<YoungItem> young;

    ClusterPriorFunction(ForecastOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        young = getRuntimeContext().getState(YOUNG);
    }

    @Override
    public void processElement(EarlyDay news, ReadOnlyContext context, Collector<Forecast> out)
            throws Exception {
        YoungItem before = young.value();
        YoungItem item = (before == null ? YoungItem.of(news) : before).with(news);
        young.update(item);
        long from =
                news.launch()
                        ? Math.max(
                                news.knownOn().toEpochDay(),
                                news.day().toEpochDay() - options.horizonDays())
                        : news.day().toEpochDay();
        long eve = options.planDays().eveFrom(from);
        if (news.launch() || eve == from) {
            context.timerService().registerEventTimeTimer(endOf(eve));
        }
        if (item.life().isComplete()) {
            context.timerService().registerEventTimeTimer(endOf(news.day().toEpochDay()));
        }
    }

    @Override
    public void processBroadcastElement(PriorFact fact, Context context, Collector<Forecast> out)
            throws Exception {
        switch (fact.kind()) {
            case ITEM -> put(context, BRANDS, fact.item(), fact.knownOn(), fact.brand());
            case CLUSTER -> put(context, CLUSTERS, fact.brand(), fact.knownOn(), fact.cluster());
            case BEGINNING ->
                    context.getBroadcastState(BEGINNINGS)
                            .put(
                                    fact.item() + "|" + fact.place(),
                                    new EarlyDemand(
                                            fact.item(),
                                            fact.place(),
                                            LocalDate.ofEpochDay(fact.knownOn()),
                                            fact.units()));
        }
    }

    private static void put(
            Context context,
            MapStateDescriptor<String, AsOf> descriptor,
            String key,
            long day,
            String name)
            throws Exception {
        var state = context.getBroadcastState(descriptor);
        AsOf before = state.get(key);
        state.put(key, (before == null ? AsOf.nothing() : before).with(day, name));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Forecast> out)
            throws Exception {
        long eve = Math.floorDiv(time, DAY_MILLIS);
        YoungItem item = young.value();
        if (item != null && item.age(eve) >= ClusterPrior.YOUNG_DAYS) {
            young.clear();
        } else if (item != null && options.planDays().isEve(eve)) {
            forecast(item, eve, context, out);
        }
    }

    private void forecast(YoungItem item, long eve, OnTimerContext context, Collector<Forecast> out)
            throws Exception {
        out.collect(forecast(item, eve, context));
        if (!item.sells(eve)) {
            context.timerService()
                    .registerEventTimeTimer(endOf(options.planDays().eveFrom(eve + 1)));
        }
    }

    private Forecast forecast(YoungItem item, long eve, OnTimerContext context) throws Exception {
        String cluster = cluster(item.item(), eve, context);
        List<EarlyDemand> others = others(item, cluster, eve, context);
        if (others.isEmpty()) {
            cluster = "";
            others = others(item, cluster, eve, context);
        }
        int startsIn =
                item.launchDay() == YoungItem.UNKNOWN
                        ? 0
                        : (int) Math.max(0, item.launchDay() - eve - 1);
        return new ForecastRows(options.horizonDays(), ClusterPrior.NAME)
                .row(
                        item.item(),
                        item.place(),
                        eve,
                        ClusterPrior.NAME,
                        ClusterPrior.VERSION + "/" + (cluster.isEmpty() ? "all" : cluster),
                        ClusterPrior.of(others)
                                .forecast(
                                        item.own(eve),
                                        startsIn,
                                        options.horizonDays(),
                                        ForecastTrainer.LEVELS));
    }

    private static List<EarlyDemand> others(
            YoungItem item, String cluster, long eve, OnTimerContext context) throws Exception {
        List<EarlyDemand> others = new ArrayList<>();
        ReadOnlyBroadcastState<String, EarlyDemand> all = context.getBroadcastState(BEGINNINGS);
        for (Map.Entry<String, EarlyDemand> entry : all.immutableEntries()) {
            EarlyDemand other = entry.getValue();
            if (other.place().equals(item.place())
                    && !other.item().equals(item.item())
                    && other.knownOn().toEpochDay() <= eve
                    && (cluster.isEmpty() || cluster.equals(cluster(other.item(), eve, context)))) {
                others.add(other);
            }
        }
        return others;
    }

    private static String cluster(String item, long eve, OnTimerContext context) throws Exception {
        AsOf brand = context.getBroadcastState(BRANDS).get(item);
        AsOf cluster =
                brand == null ? null : context.getBroadcastState(CLUSTERS).get(brand.at(eve));
        return cluster == null ? "" : cluster.at(eve);
    }

    private static long endOf(long epochDay) {
        return Channels.endOf(LocalDate.ofEpochDay(epochDay)).toEpochMilli();
    }
}
