package io.quartermaster.benchmarks;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.pipelines.event.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import io.quartermaster.pipelines.forecast.ForecastPipeline;
import io.quartermaster.pipelines.forecast.ForecastStreams;
import io.quartermaster.pipelines.forecast.ForecastTrainer;
import io.quartermaster.pipelines.forecast.PlanDays;
import io.quartermaster.pipelines.forecast.SeriesTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Windows a second through the forecast pipeline, LSTM of 64 units, two subtasks: each window takes
 * its series one step forward, each seventh is forecast from. Bundled by 256 series a call, and
 * without bundling in the same run.
 */
final class BundledForecast implements Figure {

    private static final int SERIES = 2048;
    private static final int WARM_DAYS = 28;
    private static final int BUNDLED_DAYS = 84;
    private static final int SINGLE_DAYS = 14;
    private static final int HORIZON = 14;
    private static final double RATIO_ASKED = 10;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static long firstNanos;
    private static long lastNanos;

    /** Prints the figure by itself. */
    public static void main(String[] arguments) throws Exception {
        Reached reached = new BundledForecast().run();
        System.out.println(reached.value() + "; ratio " + reached.ratio());
        System.exit(reached.met() ? 0 : 1);
    }

    @Override
    public String name() {
        return "bundled-forecast";
    }

    @Override
    public String asked() {
        return "bundled at least 10 times the windows a second of unbundled";
    }

    @Override
    public String command() {
        return "benchmarks/run bundled-forecast";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        try {
            return run();
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The forecast job failed.", e);
        }
    }

    private Reached run() throws Exception {
        PlainTypes.register();
        Path model = Files.createTempDirectory("bundled-forecast");
        train(model);
        windowsPerSecond(model, 256, WARM_DAYS);
        double bundled = windowsPerSecond(model, 256, BUNDLED_DAYS);
        double single = windowsPerSecond(model, 1, SINGLE_DAYS);
        double ratio = bundled / single;
        return new Reached(
                "%,.0f windows/s bundled, %,.0f unbundled".formatted(bundled, single),
                "%.1f".formatted(ratio),
                ratio >= RATIO_ASKED);
    }

    private static void train(Path folder) {
        List<DemandWindow> windows = new ArrayList<>();
        for (long index = 0; index < 20L * 100; index++) {
            windows.add(window(index, 20));
        }
        SequenceModelOptions options =
                SeriesTraining.options(HORIZON, 64, "pinball", "adam", 0.005, 1, 0, 1);
        new ForecastTrainer(options, 500).train(windows, FIRST.plusDays(1000), folder, loss -> {});
    }

    /** Runs the job over days that warm up and days that are measured. */
    private static double windowsPerSecond(Path model, int bundle, int days) throws Exception {
        firstNanos = 0;
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        LocalDate start = FIRST.plusDays(WARM_DAYS);
        PlanDays plan = new PlanDays(start.toEpochDay(), 7, start.plusDays(days).toEpochDay());
        ForecastOptions options =
                new ForecastOptions("lstm", model.toString(), bundle, 28, HORIZON, plan);
        ForecastStreams streams =
                new ForecastStreams(
                        windows(environment, WARM_DAYS + days),
                        none(environment, CatalogueItem.class),
                        none(environment, BrandCluster.class));
        ForecastPipeline.build(streams, options)
                .map(BundledForecast::seen, PlainTypes.of(Forecast.class))
                .uid("seen")
                .sinkTo(new DiscardingSink<>())
                .uid("end");
        environment.execute();
        return (double) SERIES * days / ((lastNanos - firstNanos) / 1e9);
    }

    /** The measured time runs from the first forecast of the LSTM to the last. */
    private static synchronized Forecast seen(Forecast forecast) {
        if (forecast.modelName().equals(ForecastChampion.LSTM)) {
            lastNanos = System.nanoTime();
            firstNanos = firstNanos == 0 ? lastNanos : firstNanos;
        }
        return forecast;
    }

    private static DataStream<DemandWindow> windows(
            StreamExecutionEnvironment environment, int days) {
        return environment
                .fromSequence(0, (long) SERIES * days - 1)
                .setParallelism(1)
                .uid("sequence")
                .map(index -> window(index, SERIES), PlainTypes.of(DemandWindow.class))
                .setParallelism(1)
                .uid("windows");
    }

    private static DemandWindow window(long index, int series) {
        long day = index / series;
        long units = Math.floorMod(index * 2654435761L >> 7, 9L) + day % 7;
        LocalDate date = FIRST.plusDays(day);
        return new DemandWindow(
                "item-" + index % series,
                "main",
                date,
                units,
                10,
                0,
                false,
                20,
                1,
                2,
                0,
                Channels.endOf(date));
    }

    private static <T> DataStream<T> none(StreamExecutionEnvironment environment, Class<T> type) {
        return environment
                .fromSequence(1, 0)
                .uid("none-" + type.getSimpleName())
                .flatMap((index, out) -> {}, Types.VOID)
                .uid("no-" + type.getSimpleName())
                .map(nothing -> (T) null, PlainTypes.of(type))
                .uid("of-" + type.getSimpleName());
    }
}
