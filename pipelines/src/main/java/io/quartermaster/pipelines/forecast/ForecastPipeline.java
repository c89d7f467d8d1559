package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Windows in, forecasts of every model out. */
public final class ForecastPipeline {

    private static final String ONE_KEY = "all";
    private static final String FORECAST_SERIES = "forecast-series";

    private ForecastPipeline() {}

    /**
     * What comes out.
     *
     * @param forecasts of every model, exactly one of an item, place and day the champion
     * @param late corrections that came too late
     */
    public record Outputs(DataStream<Forecast> forecasts, DataStream<Quarantined> late) {}

    /** Forecasts, and corrections that came too late for them. */
    public static Outputs build(ForecastStreams streams, ForecastOptions options) {
        DataStream<PriorFact> catalogue = catalogue(streams);
        SingleOutputStreamOperator<Forecast> grown =
                grown(described(streams.demand(), catalogue, options), options);
        DataStream<EarlyDay> early = grown.getSideOutput(EarlyDays.DAYS);
        DataStream<EarlyDay> launches = launches(streams, grown);
        BroadcastStream<PriorFact> facts = facts(catalogue, streams, grown);
        DataStream<Forecast> young = young(early.union(launches), facts, options);
        return new Outputs(grown.union(young), grown.getSideOutput(LateCorrections.TAG));
    }

    /** Only the LSTM looks at statics: without it nothing waits for the catalogue. */
    private static KeyedStream<DescribedWindow, String> described(
            DataStream<DemandWindow> demand,
            DataStream<PriorFact> catalogue,
            ForecastOptions options) {
        if (options.modelFolder().isEmpty()) {
            return demand.map(DescribedWindow::undescribed, PlainTypes.of(DescribedWindow.class))
                    .name("forecast-undescribed")
                    .uid("forecast-undescribed")
                    .keyBy(DescribedWindow::series);
        }
        return DataStreamUtils.reinterpretAsKeyedStream(
                demand.keyBy(DescribedWindow::series)
                        .connect(catalogue.broadcast(ItemStaticsFunction.ITEMS))
                        .process(new ItemStaticsFunction(), PlainTypes.of(DescribedWindow.class))
                        .name("forecast-item-statics")
                        .uid("forecast-item-statics"),
                DescribedWindow::series);
    }

    private static SingleOutputStreamOperator<Forecast> grown(
            KeyedStream<DescribedWindow, String> demand, ForecastOptions options) {
        if (options.tuning().isOn() && !options.modelFolder().isEmpty()) {
            return demand.connect(weights(demand, options).broadcast())
                    .transform(
                            FORECAST_SERIES,
                            PlainTypes.of(Forecast.class),
                            new TunedForecastOperator(options))
                    .uid(FORECAST_SERIES);
        }
        return demand.transform(
                        FORECAST_SERIES,
                        PlainTypes.of(Forecast.class),
                        new ForecastOperator(options))
                .uid(FORECAST_SERIES);
    }

    private static DataStream<ModelWeights> weights(
            KeyedStream<DescribedWindow, String> demand, ForecastOptions options) {
        return demand.process(
                        new TrainingWindowFunction(options), PlainTypes.of(TrainingWindow.class))
                .name("forecast-training-windows")
                .uid("forecast-training-windows")
                .keyBy(window -> ONE_KEY)
                .process(new ForecastTunerFunction(options), PlainTypes.of(ModelWeights.class))
                .name("forecast-tuner")
                .uid("forecast-tuner");
    }

    private static DataStream<EarlyDay> launches(
            ForecastStreams streams, SingleOutputStreamOperator<Forecast> grown) {
        return streams.items()
                .keyBy(item -> ONE_KEY)
                .connect(grown.getSideOutput(EarlyDays.PLACES).keyBy(place -> ONE_KEY))
                .process(new LaunchFunction(), PlainTypes.of(EarlyDay.class))
                .name("forecast-launches")
                .uid("forecast-launches");
    }

    private static DataStream<PriorFact> catalogue(ForecastStreams streams) {
        TypeInformation<PriorFact> type = PlainTypes.of(PriorFact.class);
        DataStream<PriorFact> brands =
                streams.items()
                        .map(PriorFact::of, type)
                        .name("forecast-brands")
                        .uid("forecast-brands");
        DataStream<PriorFact> words =
                streams.texts()
                        .map(PriorFact::of, type)
                        .name("forecast-words")
                        .uid("forecast-words");
        return brands.union(words);
    }

    private static BroadcastStream<PriorFact> facts(
            DataStream<PriorFact> catalogue,
            ForecastStreams streams,
            SingleOutputStreamOperator<Forecast> grown) {
        TypeInformation<PriorFact> type = PlainTypes.of(PriorFact.class);
        DataStream<PriorFact> clusters =
                streams.clusters()
                        .map(PriorFact::of, type)
                        .name("forecast-clusters")
                        .uid("forecast-clusters");
        DataStream<PriorFact> beginnings =
                grown.getSideOutput(EarlyDays.BEGINNINGS)
                        .map(PriorFact::of, type)
                        .name("forecast-beginnings")
                        .uid("forecast-beginnings");
        return catalogue
                .union(clusters, beginnings)
                .broadcast(
                        ClusterPriorFunction.BRANDS,
                        ClusterPriorFunction.LOOKS,
                        ClusterPriorFunction.CLUSTERS,
                        ClusterPriorFunction.BEGINNINGS);
    }

    private static DataStream<Forecast> young(
            DataStream<EarlyDay> news, BroadcastStream<PriorFact> facts, ForecastOptions options) {
        return news.keyBy(EarlyDay::key)
                .connect(facts)
                .process(new ClusterPriorFunction(options), PlainTypes.of(Forecast.class))
                .name("forecast-young-items")
                .uid("forecast-young-items");
    }
}
