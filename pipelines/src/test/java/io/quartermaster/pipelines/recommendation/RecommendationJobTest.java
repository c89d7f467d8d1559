package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationJobTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final AtomicInteger COUNTDOWN = new AtomicInteger();

    private final List<OrderLine> orders = new ArrayList<>();

    private boolean learns;

    @TempDir private Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 600; i++) {
            orders.add(order(i, random.nextInt(30), "i%02d".formatted(random.nextInt(25))));
        }
        Instant known = Channels.endOf(FIRST.plusDays(19));
        List<StockLevel> stock = List.of(new StockLevel("s1", known, "test", "i03", "main", 1));
        List<Forecast> forecasts = List.of(forecast("i03", true), forecast("i04", false));
        write(Channels.ORDERS, orders);
        write(Channels.STOCK, stock);
        write(Channels.FORECAST, forecasts);
    }

    @Test
    void recommendsOnEachPlanDayTheSameAtAnyParallelism() throws Exception {
        List<String> one = run(1, false);
        assertThat(one).hasSizeGreaterThan(300);
        assertThat(one).anyMatch(line -> line.contains("stock of 1 against 42 expected"));
        assertThat(one).noneMatch(line -> line.contains("2026-02-"));
        assertThat(run(2, false)).isEqualTo(one);
    }

    @Test
    void whoGaveNoNameIsRecommendedNothingAndChangesNothingForOthers() throws Exception {
        List<OrderLine> named =
                orders.stream().filter(order -> !order.customer().isEmpty()).toList();
        assertThat(named.size()).isBetween(1, orders.size() - 1);
        List<String> all = run(1, false);
        assertThat(all).isNotEmpty().noneMatch(line -> line.contains("\"customer\":\"\""));
        write(Channels.ORDERS, named);
        assertThat(run(1, false)).isEqualTo(all);
    }

    @Test
    void learnsFromClicksOnShownItemsTheSameAtAnyParallelism() throws Exception {
        Random random = new Random(9);
        List<Behaviour> behaviour = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String item = "i%02d".formatted(random.nextInt(25));
            behaviour.add(behaviour(2 * i, random.nextInt(30), item, BehaviourAction.SHOWN));
            if (random.nextInt(4) == 0) {
                behaviour.add(behaviour(2 * i + 1, random.nextInt(30), item, BehaviourAction.VIEW));
            }
        }
        write(Channels.BEHAVIOUR, behaviour);
        List<String> prior = run(1, false);
        learns = true;
        List<String> one = run(1, false);
        assertThat(one).isNotEqualTo(prior).hasSizeGreaterThan(300);
        assertThat(run(2, false)).isEqualTo(one);
        COUNTDOWN.set(400);
        assertThat(run(2, true)).isEqualTo(one);
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        List<String> expected = run(2, false);
        COUNTDOWN.set(400);
        assertThat(run(2, true)).isEqualTo(expected);
        assertThat(COUNTDOWN.get()).as("the failure happened").isNegative();
    }

    private List<String> run(int parallelism, boolean failing) throws Exception {
        Configuration config = new Configuration();
        config.set(RunOptions.TAIL_START, FIRST.plusDays(20).toString());
        config.set(RunOptions.LAST_DAY, FIRST.plusDays(30).toString());
        config.set(SimilarityOptions.ENGINE, "panel");
        config.set(RecommendationOptions.LEARN, learns);
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        StreamExecutionEnvironment environment = StrictEnvironment.local(parallelism, config);
        environment.enableCheckpointing(20);
        FileExchange files = new FileExchange(folder, List.of(), ZoneOffset.UTC);
        Exchange exchange = failing ? new FailingExchange(files) : files;
        new RecommendationJob().define(environment, exchange, config);
        environment.execute();
        files.seal(Channels.RECOMMENDATIONS);
        List<String> lines = Files.readAllLines(files.file(Channels.RECOMMENDATIONS));
        Files.delete(files.file(Channels.RECOMMENDATIONS));
        return lines;
    }

    private <T> void write(Channel<T> channel, List<T> elements) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        for (T element : elements) {
            bytes.write(codec.write(element));
            bytes.write('\n');
        }
        Files.write(folder.resolve(channel.name() + ".jsonl"), bytes.toByteArray());
    }

    private static OrderLine order(int number, int customer, String item) {
        return new OrderLine(
                "o" + number,
                FIRST.atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofHours(number)),
                "test",
                "order" + number,
                item,
                "main",
                customer == 0 ? "" : "c%02d".formatted(customer),
                "",
                "",
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "EUR",
                false,
                "");
    }

    private static Behaviour behaviour(
            int number, int customer, String item, BehaviourAction action) {
        return new Behaviour(
                "b" + number,
                FIRST.atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .plus(Duration.ofMinutes(45L * number)),
                "test",
                "c%02d".formatted(customer),
                item,
                "main",
                action,
                "",
                "");
    }

    private static Forecast forecast(String item, boolean champion) {
        double[] mean = new double[20];
        java.util.Arrays.fill(mean, 3);
        LocalDate madeOn = FIRST.plusDays(19);
        return new Forecast(
                item,
                "main",
                madeOn,
                "lstm",
                "1",
                champion,
                mean,
                mean,
                mean,
                mean,
                mean,
                mean,
                Channels.endOf(madeOn));
    }

    /** Fails once, at the order on which the countdown ends. */
    private record FailingExchange(Exchange inner) implements Exchange {

        @Override
        public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
            return inner.raw(environment);
        }

        @Override
        public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
            DataStream<T> stream = inner.read(environment, channel);
            return channel.name().equals(Channels.ORDERS.name())
                    ? stream.map(new FailsOnce<T>()).returns(stream.getType()).uid("fails-once")
                    : stream;
        }

        @Override
        public <T> void write(DataStream<T> stream, Channel<T> channel) {
            inner.write(stream, channel);
        }
    }

    private static final class FailsOnce<T> implements MapFunction<T, T> {
        private static final long serialVersionUID = 1L;

        @Override
        public T map(T element) {
            if (COUNTDOWN.getAndDecrement() == 0) {
                throw new IllegalStateException("injected");
            }
            return element;
        }
    }
}
