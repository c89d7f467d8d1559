package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import io.quartermaster.pipelines.event.HalvesExchange;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed savepoint of the demand-forecast job: taken between two halves of a small history,
 * restored here, and what the second half gives compared row by row with an undisturbed run. {@code
 * -Dquartermaster.savepoints=write} makes it anew, when the job's state changes on purpose.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class DemandForecastSavepointTest {

    private static final Path HOME = Path.of("../savepoints/demand-forecast/v1");
    private static final MarketplaceOptions HISTORY =
            new MarketplaceOptions(2, 4, 1, 32, 110, 5, LocalDate.of(2024, 1, 1), 0);
    private static final Instant CUT = Instant.parse("2024-04-06T00:00:00Z");
    private static final List<EventKind> KINDS =
            List.of(
                    EventKind.ORDERS,
                    EventKind.RETURNS,
                    EventKind.BEHAVIOUR,
                    EventKind.STOCK,
                    EventKind.ITEMS);
    private static final double TOLERANCE = 1e-4;

    @TempDir private Path folder;

    @Test
    void restoresTheCommittedSavepointAndGoesOnAsIfNothingHadHappened() throws Exception {
        FileExchange restored = outputs("restored");
        Configuration options = options();
        options.set(
                StateRecoveryOptions.SAVEPOINT_PATH,
                HOME.resolve("savepoint").toAbsolutePath().toUri().toString());
        options.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        runToItsEnd(HalvesExchange.second(copy("second"), restored), options);
        restored.seal(Channels.DEMAND, Channels.FORECAST);
        sameWindows(restored.contents(Channels.DEMAND), committed(Channels.DEMAND));
        sameForecasts(restored.contents(Channels.FORECAST), committed(Channels.FORECAST));
    }

    @Test
    @EnabledIfSystemProperty(named = "quartermaster.savepoints", matches = "write")
    void writesTheSavepointItsInputsAndWhatIsExpected() throws Exception {
        writeInputs();
        FileExchange first = outputs("first");
        String savepoint = takeSavepoint(HalvesExchange.first(copy("first"), first));
        replace(Path.of(URI.create(savepoint)), HOME.resolve("savepoint"));
        first.seal(Channels.DEMAND, Channels.FORECAST);
        FileExchange whole = outputs("whole");
        runToItsEnd(HalvesExchange.second(copy("first", "second"), whole), options());
        whole.seal(Channels.DEMAND, Channels.FORECAST);
        expect(Channels.DEMAND, whole, first, DemandForecastSavepointTest::key);
        expect(Channels.FORECAST, whole, first, DemandForecastSavepointTest::key);
    }

    private static void sameWindows(List<DemandWindow> actual, List<DemandWindow> expected) {
        assertThat(actual).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void sameForecasts(List<Forecast> actual, List<Forecast> expected) {
        assertThat(actual).isNotEmpty().hasSameSizeAs(expected);
        List<Forecast> left = sorted(actual);
        List<Forecast> right = sorted(expected);
        for (int i = 0; i < left.size(); i++) {
            assertThat(key(left.get(i))).isEqualTo(key(right.get(i)));
            assertThat(left.get(i).champion()).isEqualTo(right.get(i).champion());
            assertThat(left.get(i).mean())
                    .as(key(left.get(i)))
                    .containsExactly(right.get(i).mean(), within(TOLERANCE));
            assertThat(left.get(i).q90())
                    .as(key(left.get(i)))
                    .containsExactly(right.get(i).q90(), within(TOLERANCE));
        }
    }

    private static List<Forecast> sorted(List<Forecast> forecasts) {
        return forecasts.stream()
                .sorted(Comparator.comparing(DemandForecastSavepointTest::key))
                .toList();
    }

    private static String key(Forecast forecast) {
        return String.join(
                "|",
                forecast.item(),
                forecast.place(),
                forecast.madeOn().toString(),
                forecast.modelName());
    }

    private static String key(DemandWindow window) {
        return String.join("|", window.item(), window.place(), window.day().toString());
    }

    private static Configuration options() {
        Configuration options = GeneratedChannels.options(HISTORY);
        options.set(RunOptions.TAIL_START, HISTORY.firstDay().plusDays(70).toString());
        options.set(RunOptions.HORIZON_DAYS, SmallModel.HORIZON);
        options.set(ForecastOptions.ENGINE, "lstm");
        options.set(ForecastOptions.MODEL_FOLDER, HOME.resolve("model").toString());
        options.set(ForecastOptions.BUNDLE_SIZE, 4);
        return options;
    }

    private FileExchange outputs(String name) {
        return new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
    }

    private static void runToItsEnd(HalvesExchange exchange, Configuration options)
            throws Exception {
        define(exchange, options).execute();
    }

    private static StreamExecutionEnvironment define(
            HalvesExchange exchange, Configuration options) {
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, options);
        new DemandForecastJob().define(environment, exchange, options);
        return environment;
    }

    private String takeSavepoint(HalvesExchange exchange) throws Exception {
        JobClient job = define(exchange, options()).executeAsync();
        HalvesExchange.awaitRead();
        return job.stopWithSavepoint(
                        false,
                        Files.createDirectories(folder.resolve("savepoints")).toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get();
    }

    /** Each half's inputs, one folder a channel, copied so that a run cannot change them. */
    private Path copy(String... halves) throws IOException {
        Path inputs = Files.createTempDirectory(folder, "inputs");
        for (EventKind kind : KINDS) {
            List<String> lines = new ArrayList<>();
            for (String half : halves) {
                lines.addAll(Files.readAllLines(input(half, kind)));
            }
            Path channel = Files.createDirectories(inputs.resolve(kind.label()));
            Files.write(channel.resolve("part.jsonl"), lines);
        }
        return inputs;
    }

    private static Path input(String half, EventKind kind) {
        return HOME.resolve("inputs").resolve(half).resolve(kind.label() + ".jsonl");
    }

    private void writeInputs() throws IOException {
        Path generated = Files.createDirectories(folder.resolve("generated"));
        FileExchange whole = GeneratedChannels.write(generated, HISTORY);
        for (Channel<? extends Event> channel : Channels.clean()) {
            EventKind kind = EventKind.ofLabel(channel.name()).orElseThrow();
            if (KINDS.contains(kind)) {
                writeHalves(whole, channel, kind);
            }
        }
        replace(SmallModel.folder(), HOME.resolve("model"));
    }

    private static <T extends Event> void writeHalves(
            FileExchange whole, Channel<T> channel, EventKind kind) throws IOException {
        List<T> events = new ArrayList<>();
        whole.forEach(channel, events::add);
        Files.createDirectories(input("first", kind).getParent());
        Files.createDirectories(input("second", kind).getParent());
        GeneratedChannels.write(
                input("first", kind),
                events.stream().filter(event -> event.time().isBefore(CUT)).toList());
        GeneratedChannels.write(
                input("second", kind),
                events.stream().filter(event -> !event.time().isBefore(CUT)).toList());
    }

    private static <T> void expect(
            Channel<T> channel, FileExchange whole, FileExchange first, Function<T, String> key)
            throws IOException {
        Set<String> before = first.contents(channel).stream().map(key).collect(Collectors.toSet());
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        List<String> rows =
                whole.contents(channel).stream()
                        .filter(row -> !before.contains(key.apply(row)))
                        .map(row -> new String(codec.write(row), StandardCharsets.UTF_8))
                        .toList();
        Files.createDirectories(HOME.resolve("expected"));
        Files.write(HOME.resolve("expected").resolve(channel.name() + ".jsonl"), rows);
    }

    private static <T> List<T> committed(Channel<T> channel) throws IOException {
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        List<T> rows = new ArrayList<>();
        for (String line :
                Files.readAllLines(HOME.resolve("expected").resolve(channel.name() + ".jsonl"))) {
            rows.add(codec.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        return rows;
    }

    private static void replace(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
