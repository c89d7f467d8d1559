package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The forecast job with a model that goes on learning. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TunedForecastJobTest {

    @TempDir private Path folder;

    @Test
    void survivesAnInjectedFailure() throws Exception {
        String expected = run("plain", 2, configuration(), false);
        Configuration configuration = configuration();
        FailsOnce.prepare(configuration, folder.resolve("chk"));
        assertThat(run("failing", 2, configuration, true)).isEqualTo(expected);
        assertThat(FailsOnce.hasFailed()).isTrue();
    }

    @Test
    void parallelismChangesNoByteAndTheVersionMovesOn() throws Exception {
        assertThat(run("one", 1, configuration(), false))
                .isEqualTo(run("two", 2, configuration(), false));
        TreeSet<String> versions = new TreeSet<>();
        for (Forecast forecast : exchange("one").contents(Channels.FORECAST)) {
            if (forecast.modelName().equals("lstm")) {
                versions.add(forecast.modelVersion());
            }
        }
        assertThat(versions).hasSizeGreaterThan(2);
    }

    private String run(String name, int parallelism, Configuration configuration, boolean failing)
            throws Exception {
        FileExchange files = exchange(name);
        files.add(Channels.DEMAND, SmallModel.WINDOWS);
        files.add(Channels.ITEMS, List.of());
        files.add(Channels.BRAND_CLUSTERS, List.of());
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, configuration);
        Exchange exchange = failing ? new FailingExchange(files, Channels.DEMAND.name()) : files;
        new ForecastJob().define(environment, exchange, configuration);
        environment.execute("forecast");
        files.seal(Channels.FORECAST);
        return Files.readString(files.file(Channels.FORECAST));
    }

    private FileExchange exchange(String name) {
        return new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RunOptions.TAIL_START, SmallModel.TAIL.toString());
        configuration.set(
                RunOptions.LAST_DAY, SmallModel.FIRST.plusDays(SmallModel.DAYS - 1L).toString());
        configuration.set(RunOptions.HORIZON_DAYS, SmallModel.HORIZON);
        configuration.set(ForecastOptions.ENGINE, "lstm");
        configuration.set(ForecastOptions.MODEL_FOLDER, SmallModel.folder().toString());
        configuration.set(ForecastOptions.BUNDLE_SIZE, 16);
        configuration.set(TuningOptions.EVERY, 50);
        configuration.set(TuningOptions.SHARE, 1.0);
        configuration.set(TuningOptions.STEPS, 2);
        return configuration;
    }
}
