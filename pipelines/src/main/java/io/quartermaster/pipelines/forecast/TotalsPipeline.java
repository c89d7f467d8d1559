package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import io.quartermaster.domain.forecast.hierarchy.HierarchySeries;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Forecasts of all series in, forecasts of all series and totals that add up out. */
final class TotalsPipeline {

    private static final String ONE_KEY = "all";

    private TotalsPipeline() {}

    /** Writes the totals, if any are wanted. */
    static void write(
            ForecastStreams streams,
            DataStream<Forecast> forecasts,
            TotalsOptions options,
            Exchange exchange) {
        if (options.isWanted()) {
            exchange.write(build(streams, forecasts, options), Channels.FORECAST_TOTALS);
        }
    }

    private static DataStream<ForecastTotal> build(
            ForecastStreams streams, DataStream<Forecast> forecasts, TotalsOptions options) {
        DataStream<Forecast> champions =
                forecasts
                        .filter(Forecast::champion)
                        .name("totals-champions")
                        .uid("totals-champions");
        DataStream<DemandWindow> windows =
                streams.demand()
                        .filter(options::isKept)
                        .name("totals-recent-windows")
                        .uid("totals-recent-windows");
        DataStream<HierarchySeries> series =
                news(champions, TotalsNews::of, "forecasts")
                        .union(news(windows, TotalsNews::of, "windows"))
                        .keyBy(TotalsNews::key, Types.STRING)
                        .process(new TotalsSeriesFunction(), PlainTypes.of(HierarchySeries.class))
                        .name("totals-series")
                        .uid("totals-series");
        return series.keyBy(one -> ONE_KEY, Types.STRING)
                .connect(streams.items().keyBy(item -> ONE_KEY, Types.STRING))
                .process(new TotalsFunction(options), PlainTypes.of(ForecastTotal.class))
                .name("forecast-totals")
                .uid("forecast-totals");
    }

    private static <T> DataStream<TotalsNews> news(
            DataStream<T> stream, MapFunction<T, TotalsNews> news, String what) {
        TypeInformation<TotalsNews> type = PlainTypes.of(TotalsNews.class);
        return stream.map(news, type).name("totals-of-" + what).uid("totals-of-" + what);
    }
}
