package io.quartermaster.benchmarks;

import static io.quartermaster.benchmarks.SyntheticDemand.SERIES;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import io.quartermaster.pipelines.forecast.ForecastPipeline;
import io.quartermaster.pipelines.forecast.ForecastStreams;
import io.quartermaster.pipelines.forecast.PlanDays;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * What bundling gains where the LSTM of 64 units runs in the whole forecast job on two subtasks:
 * each event goes one step forward and is forecast for 14 days.
 *
 * <p>What the LSTM takes of a window's time is the time of the job less that of the same job
 * without it. The rest (exchange, state, regression, seasonal naive) is the same bundled or not, so
 * the job as a whole gains less; its gain is told beside. The ways take turns, and the best round
 * of each counts: what else runs on the machine only slows.
 */
final class BundledForecastJob implements Figure {

    private static final int BUNDLE = ForecastOptions.BUNDLE_SIZE.defaultValue();
    private static final int CARRY_DAYS = ForecastOptions.CARRY_DAYS.defaultValue();
    private static final int WARM_DAYS = 28;

    /** Whole spans of a carried state: bundled or not, a series is encoded anew equally often. */
    private static final int BUNDLED_DAYS = 10 * CARRY_DAYS;

    private static final int SINGLE_DAYS = 2 * CARRY_DAYS;
    private static final int PLAN_EVERY_DAYS = 1;
    private static final int ROUNDS = 4;
    private static final double RATIO_ASKED = 10;

    /** The least beside the LSTM: what is measured is its bundle. */
    private static final List<String> MODELS =
            List.of(SeasonalNaive.NAME, DemandRegression.NAME, ForecastChampion.LSTM);

    private static final List<String> PLAIN = List.of(SeasonalNaive.NAME, DemandRegression.NAME);

    private static long forecasts;
    private static long firstNanos;
    private static long lastNanos;

    @Override
    public String name() {
        return "bundled-forecast-job";
    }

    @Override
    public String asked() {
        return "the LSTM's part of the forecast job on two subtasks at least 10 times quicker"
                + " bundled";
    }

    @Override
    public String command() {
        return "benchmarks/run bundled-forecast-job";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        PlainTypes.register();
        String model = SyntheticDemand.model(workshop).toString();
        warmUp(model);
        double bundled = 0;
        double single = 0;
        double without = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bundled = Math.max(bundled, windowsPerSecond(MODELS, model, BUNDLE, BUNDLED_DAYS));
            single = Math.max(single, windowsPerSecond(MODELS, model, 1, SINGLE_DAYS));
            without = Math.max(without, windowsPerSecond(PLAIN, "", BUNDLE, BUNDLED_DAYS));
        }
        double lstm = taken(single, without) / taken(bundled, without);
        return Reached.of(
                "%,.0f windows/s, of whose time %.0f %% is the job without the LSTM"
                        .formatted(bundled, 100 * bundled / without),
                "%.1f x unbundled; the job as a whole %.1f x (%,.0f)"
                        .formatted(lstm, bundled / single, single),
                lstm >= RATIO_ASKED);
    }

    /** Seconds that the LSTM takes of one window. */
    private static double taken(double windowsPerSecond, double without) {
        return 1 / windowsPerSecond - 1 / without;
    }

    /** Both ways run once unmeasured, so that the virtual machine has compiled what they share. */
    private static void warmUp(String model) throws InterruptedException {
        windowsPerSecond(MODELS, model, BUNDLE, BUNDLED_DAYS);
        windowsPerSecond(MODELS, model, 1, SINGLE_DAYS / 4);
        windowsPerSecond(MODELS, model, BUNDLE, BUNDLED_DAYS);
    }

    /** Runs the job over days that warm up and days that are measured. */
    static double windowsPerSecond(List<String> models, String model, int bundle, int days)
            throws InterruptedException {
        forecasts = 0;
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        LocalDate start = SyntheticDemand.FIRST.plusDays(WARM_DAYS);
        PlanDays plan =
                new PlanDays(
                        start.toEpochDay(), PLAN_EVERY_DAYS, start.plusDays(days).toEpochDay());
        ForecastStreams streams =
                new ForecastStreams(
                        windows(environment, WARM_DAYS + days),
                        none(environment, CatalogueItem.class),
                        none(environment, CatalogueText.class),
                        none(environment, BrandCluster.class));
        ForecastPipeline.build(
                        streams,
                        new ForecastOptions(
                                        model.isEmpty() ? "none" : "lstm",
                                        model,
                                        bundle,
                                        CARRY_DAYS,
                                        SyntheticDemand.HORIZON,
                                        plan)
                                .with(models))
                .forecasts()
                .map(BundledForecastJob::seen, PlainTypes.of(Forecast.class))
                .uid("seen")
                .sinkTo(new DiscardingSink<>())
                .uid("end");
        execute(environment);
        return (double) SERIES * days / ((lastNanos - firstNanos) / 1e9);
    }

    /** Days of a run, those that warm up among them. */
    static int allDays(int measured) {
        return WARM_DAYS + measured;
    }

    private static void execute(StreamExecutionEnvironment environment)
            throws InterruptedException {
        try {
            environment.execute();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the forecast job failed", e);
        }
    }

    /**
     * The measured time runs from the end of the first plan day's forecasts to the last forecast:
     * the days between are whole ones, each with its share of forecasts.
     */
    private static synchronized Forecast seen(Forecast forecast) {
        if (forecast.champion()) {
            forecasts++;
            lastNanos = System.nanoTime();
            firstNanos = forecasts <= SERIES ? lastNanos : firstNanos;
        }
        return forecast;
    }

    /** Each of the two source tasks brings half of the series, day by day. */
    private static DataStream<DemandWindow> windows(
            StreamExecutionEnvironment environment, int days) {
        long half = (long) SERIES / 2 * days;
        return environment
                .fromSequence(0, 2 * half - 1)
                .uid("sequence")
                .map(
                        index ->
                                SyntheticDemand.window(
                                        index % half / (SERIES / 2),
                                        index / half * (SERIES / 2) + index % (SERIES / 2)),
                        PlainTypes.of(DemandWindow.class))
                .uid("windows")
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<DemandWindow>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (window, none) ->
                                                Channels.endOf(window.day()).toEpochMilli()))
                .uid("times");
    }

    private static <T> DataStream<T> none(StreamExecutionEnvironment environment, Class<T> type) {
        return environment
                .fromSequence(0, 0)
                .uid("none-" + type.getSimpleName())
                .<T>flatMap((index, out) -> {}, PlainTypes.of(type))
                .uid("no-" + type.getSimpleName());
    }
}
