package io.quartermaster.benchmarks;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import io.quartermaster.pipelines.forecast.ForecastPipeline;
import io.quartermaster.pipelines.forecast.ForecastStreams;
import io.quartermaster.pipelines.forecast.ForecastTrainer;
import io.quartermaster.pipelines.forecast.PlanDays;
import io.quartermaster.pipelines.forecast.SeriesTraining;
import io.quartermaster.udfs.forecast.ForecastBundle;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * What bundling gains. First the LSTM of 64 units alone, each event one step forward and a forecast
 * of 14 days, through the bundle that SQL and the jobs share, and row by row. Then whole windows
 * through the forecast job on two subtasks (exchange, state, regression and naive included), each
 * seventh forecast from, bundled and row by row.
 */
final class BundledForecast implements Figure {

    private static final int SERIES = 2048;
    private static final int WARM_DAYS = 28;
    private static final int BUNDLED_DAYS = 280;
    private static final int SINGLE_DAYS = 28;
    private static final int HORIZON = 14;
    private static final int ROWS = 256;
    private static final long SECONDS = 4;
    private static final double RATIO_ASKED = 10;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static final String[] ITEMS =
            IntStream.range(0, SERIES).mapToObj(series -> "item-" + series).toArray(String[]::new);

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
        return "the LSTM bundled at least 10 times the events a second of unbundled";
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
        double bundled = eventsPerSecond(model, ForecastBundle.SIZE);
        double single = eventsPerSecond(model, 1);
        warmUp(model);
        double bundledJob = windowsPerSecond(model, 256, BUNDLED_DAYS);
        double singleJob = windowsPerSecond(model, 1, SINGLE_DAYS);
        double ratio = bundled / single;
        return new Reached(
                "%,.0f events/s on one thread, %,.0f windows/s through the job"
                        .formatted(bundled, bundledJob),
                "%.1f (of %,.0f); job %.1f (of %,.0f)"
                        .formatted(ratio, single, bundledJob / singleJob, singleJob),
                ratio >= RATIO_ASKED);
    }

    /** Advances and decodes for some seconds, and counts the second half of them. */
    private static double eventsPerSecond(Path folder, int size) {
        SequenceModel model = SequenceModels.load(folder);
        try (ForecastBundle bundle = new ForecastBundle(model, size)) {
            SequenceModelOptions options = model.options();
            float[][] states = new float[ROWS][2 * options.hidden()];
            float[][] inputs = new float[ROWS][options.inputs()];
            float[][] known = new float[ROWS][options.horizon() * options.knownInputs()];
            long rows = 0;
            long from = System.nanoTime();
            long half = from + SECONDS * 500_000_000L;
            long started = 0;
            while (started == 0 || System.nanoTime() < half + SECONDS * 500_000_000L) {
                states = bundle.advance(inputs, states);
                bundle.decode(states, known);
                if (started != 0) {
                    rows += ROWS;
                } else if (System.nanoTime() > half) {
                    started = System.nanoTime();
                }
            }
            return rows / ((System.nanoTime() - started) / 1e9);
        }
    }

    /** Both ways run once unmeasured, so that the virtual machine has compiled what they share. */
    private static void warmUp(Path model) throws Exception {
        windowsPerSecond(model, 256, BUNDLED_DAYS);
        windowsPerSecond(model, 1, SINGLE_DAYS / 4);
        windowsPerSecond(model, 256, BUNDLED_DAYS);
    }

    private static void train(Path folder) {
        List<DemandWindow> windows = new ArrayList<>();
        for (long index = 0; index < 20L * 100; index++) {
            windows.add(window(index / 20, index % 20));
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

    /** Each of the two source tasks brings half of the series, day by day. */
    private static DataStream<DemandWindow> windows(
            StreamExecutionEnvironment environment, int days) {
        long half = (long) SERIES / 2 * days;
        return environment
                .fromSequence(0, 2 * half - 1)
                .uid("sequence")
                .map(
                        index ->
                                window(
                                        index % half / (SERIES / 2),
                                        index / half * (SERIES / 2) + index % (SERIES / 2)),
                        PlainTypes.of(DemandWindow.class))
                .uid("windows");
    }

    private static DemandWindow window(long day, long series) {
        long units = Math.floorMod(((day * SERIES + series) * 2654435761L) >> 7, 9L) + day % 7;
        LocalDate date = FIRST.plusDays(day);
        return new DemandWindow(
                ITEMS[(int) series],
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
                .fromSequence(0, 0)
                .uid("none-" + type.getSimpleName())
                .<T>flatMap((index, out) -> {}, PlainTypes.of(type))
                .uid("no-" + type.getSimpleName());
    }
}
