package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.ItemLook;
import io.quartermaster.domain.forecast.LookAlikes;
import io.quartermaster.domain.forecast.online.SeriesModels;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
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
 * Forecasts young items on the eve of each plan day, from how items that look alike began ({@link
 * LookAlikes}): from a horizon before the launch until {@link ClusterPrior#YOUNG_DAYS} days of
 * their own.
 *
 * <p>It answers once the watermark has passed the eve, and looks only at what was known at the
 * eve's end, whatever has come already: so the answer does not depend on which input was faster.
 *
 * <p>State of a subtask: of each item of the catalogue some 300 bytes, and as many of each place it
 * began at; while it answers, a kilobyte more of each item that began at the place.
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

    /** Words, price and category by item; one entry for each item of the catalogue. */
    static final MapStateDescriptor<String, KnownLook> LOOKS =
            new MapStateDescriptor<>("looks", Types.STRING, PlainTypes.of(KnownLook.class));

    /** The look-alikes of a place that are known on an eve: made anew when anything is told. */
    private record Known(String place, long eve, LookAlikes lookAlikes) {}

    private final ForecastOptions options;

    private transient SimilarityKernel kernel;
    private transient Known known;
    private transient ValueState<YoungItem> young;

    ClusterPriorFunction(ForecastOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        young = getRuntimeContext().getState(YOUNG);
        kernel = SimilarityEngines.open(SimilaritySettings.of("scalar"));
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
        }
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
        known = null;
        switch (fact.kind()) {
            case ITEM -> {
                put(context, BRANDS, fact.item(), fact.knownOn(), fact.brand());
                look(context, fact);
            }
            case WORDS -> look(context, fact);
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

    private static void look(Context context, PriorFact fact) throws Exception {
        var state = context.getBroadcastState(LOOKS);
        KnownLook before = state.get(fact.item());
        state.put(fact.item(), (before == null ? KnownLook.NOTHING : before).with(fact));
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
        if (known == null || known.eve() != eve || !known.place().equals(item.place())) {
            known = new Known(item.place(), eve, lookAlikes(item.place(), eve, context));
        }
        LookAlikes others = known.lookAlikes();
        LookAlikes.Basis basis = others.basis(item.item(), look(item.item(), eve, context));
        int startsIn =
                item.launchDay() == YoungItem.UNKNOWN
                        ? 0
                        : (int) Math.max(0, item.launchDay() - eve - 1);
        SeriesModels.Said said =
                new SeriesModels.Said(
                        ClusterPrior.NAME,
                        ClusterPrior.VERSION + "/" + basis.name(),
                        others.prior(basis)
                                .forecast(
                                        item.own(eve),
                                        startsIn,
                                        eve + 1,
                                        options.horizonDays(),
                                        ForecastTrainer.LEVELS));
        return ForecastRows.row(
                item.item(),
                item.place(),
                LocalDate.ofEpochDay(eve),
                said,
                ForecastChampion.young(item.sells(eve) ? item.age(eve) : 0),
                said.forecast().cumulative(0.5),
                said.forecast().cumulative(0.9),
                DueForecast.Telling.FIRST);
    }

    private LookAlikes lookAlikes(String place, long eve, OnTimerContext context) throws Exception {
        List<LookAlikes.Begun> begun = new ArrayList<>();
        ReadOnlyBroadcastState<String, EarlyDemand> all = context.getBroadcastState(BEGINNINGS);
        for (Map.Entry<String, EarlyDemand> entry : all.immutableEntries()) {
            EarlyDemand other = entry.getValue();
            if (other.place().equals(place) && other.knownOn().toEpochDay() <= eve) {
                begun.add(new LookAlikes.Begun(other, look(other.item(), eve, context)));
            }
        }
        return new LookAlikes(kernel, begun);
    }

    private static ItemLook look(String item, long eve, OnTimerContext context) throws Exception {
        KnownLook look = context.getBroadcastState(LOOKS).get(item);
        return (look == null ? KnownLook.NOTHING : look).at(eve, cluster(item, eve, context));
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
