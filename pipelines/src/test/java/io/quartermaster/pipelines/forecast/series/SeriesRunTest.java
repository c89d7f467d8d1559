package io.quartermaster.pipelines.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class SeriesRunTest {

    private static final String MODELS = "seasonal_naive,regression,ets";

    @TempDir private Path folder;

    /** 150 series whose rows come in the order of time, so that no two of one follow each other. */
    private Path file() throws IOException {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("unique_id,ds,y\n");
        for (int step = 1; step <= 30; step++) {
            for (int series = 0; series < 150; series++) {
                text.append('s').append(series).append(',').append(step).append(',');
                text.append(random.nextInt(20)).append('\n');
            }
        }
        return Files.writeString(folder.resolve("series.csv"), text);
    }

    private ForecastRequest request(Path file) {
        return new ForecastRequest(
                new SeriesFile(file, SeriesColumns.usual()), 3, 7, new double[] {0.5}, MODELS, "");
    }

    @Test
    void writesTheSameBytesAtAnyParallelism() throws Exception {
        Path file = file();
        String one = written(request(file), 1);
        assertThat(one.lines().skip(1)).hasSize(150 * 3 * 3);
        assertThat(one.lines().skip(1).map(line -> line.split(",", -1)[0])).isSorted();
        assertThat(written(request(file), 3)).isEqualTo(one);
    }

    private static String written(ForecastRequest request, int parallelism) throws Exception {
        StringWriter out = new StringWriter();
        try (SeriesForecasts forecasts = SeriesForecasts.of(request, parallelism, line -> {})) {
            assertThat(forecasts.run().size()).isEqualTo(150);
            forecasts.write(out);
        }
        return out.toString();
    }

    /** The bundle a series is in says nothing to its forecast. */
    @Test
    void aSeriesByItselfHasTheSameForecast() throws Exception {
        Path file = file();
        Path alone = folder.resolve("alone.csv");
        List<String> rows =
                Files.readAllLines(file).stream()
                        .filter(row -> row.startsWith("s77,") || row.startsWith("unique_id"))
                        .toList();
        Files.write(alone, rows);
        StringWriter out = new StringWriter();
        try (SeriesForecasts forecasts = SeriesForecasts.of(request(alone), 1, line -> {})) {
            forecasts.write(out);
        }
        assertThat(out.toString().lines().skip(1))
                .isEqualTo(
                        written(request(file), 2)
                                .lines()
                                .filter(line -> line.startsWith("s77,"))
                                .toList());
    }

    /** Fails at the second bundle of the first attempt. */
    private record FailingWork(AtomicInteger ignored) implements SeriesWork {

        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public List<SeriesBlock> of(
                List<Series> bundle, ForecastRequest request, ForecastBundle lstm) {
            if (CALLS.incrementAndGet() == 2) {
                throw new IllegalStateException("injected");
            }
            return new ForecastWork().of(bundle, request, lstm);
        }
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        ForecastRequest request = request(file());
        Path blocks = Files.createDirectory(folder.resolve("blocks"));
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, configuration);
        SeriesPipeline.build(environment, request, new FailingWork(null), blocks);
        environment.execute();

        assertThat(FailingWork.CALLS.get()).isGreaterThan(3);
        StringBuilder text = new StringBuilder();
        BlockFiles.read(blocks.toString()).forEach(text::append);
        assertThat(ForecastWork.header(request.levels()) + text).isEqualTo(written(request, 2));
    }

    @Test
    void refusesAFileThatBreaksOffNamingIt() throws IOException {
        Path file = folder.resolve("many.csv");
        Files.writeString(file, "unique_id,ds,y\na,1,2\nb,1,many\n");
        assertThatThrownBy(() -> SeriesForecasts.of(request(file), 1, line -> {}))
                .hasRootCauseMessage(
                        "The file (%s) has (many) in line 3, which is not a number.\nMaybe leave it empty where nothing is known."
                                .formatted(file));
    }
}
