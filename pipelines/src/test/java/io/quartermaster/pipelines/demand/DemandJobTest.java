package io.quartermaster.pipelines.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FailingOnce;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.udfs.demand.DemandWindowFunction;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // results may be interrupted while they close
class DemandJobTest {

    private static final Instant START = Instant.parse("2011-05-01T06:00:00Z");
    private static final int DAYS = 12;

    @TempDir private Path folder;

    @Test
    void survivesAnInjectedFailure() throws Exception {
        FileExchange undisturbed = run("undisturbed", false, 2);
        FileExchange recovered = run("recovered", true, 2);
        assertThat(FailingOnce.hasFailed()).isTrue();
        assertThat(Files.readString(recovered.file(Channels.DEMAND)))
                .isEqualTo(Files.readString(undisturbed.file(Channels.DEMAND)));
        assertThat(recovered.contents(Channels.DEMAND)).hasSize(3 * DAYS);
    }

    @Test
    void saysTheSameAtAnyParallelism() throws Exception {
        assertThat(Files.readString(run("two", false, 2).file(Channels.DEMAND)))
                .isEqualTo(Files.readString(run("one", false, 1).file(Channels.DEMAND)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "streaming"})
    void equalsTheSqlAggregate(String mode) throws Exception {
        List<String> ofTheJob =
                run("job", false, 2).contents(Channels.DEMAND).stream()
                        .map(DemandJobTest::line)
                        .toList();
        assertThat(bySql(mode)).containsExactlyInAnyOrderElementsOf(ofTheJob);
    }

    /** Each day of each item has a sale and a reading, so no window inherits anything. */
    private static List<OrderLine> orders() {
        List<OrderLine> orders = new ArrayList<>();
        for (int i = 0; i < 10 * 3 * DAYS; i++) {
            String item = "item" + i % 3;
            orders.add(order("o" + i, time(i), item, 1 + i % 5, 100 + 7 * (i % 11), i % 4 == 0));
        }
        return orders;
    }

    private static List<ReturnLine> cancellations() {
        List<ReturnLine> cancellations = new ArrayList<>();
        for (int i = 0; i < 10 * 3 * DAYS; i += 30) {
            cancellations.add(cancellation("c" + i, time(i), "item" + i % 3, 1 + i % 5));
        }
        return cancellations;
    }

    private static List<StockLevel> stock() {
        List<StockLevel> levels = new ArrayList<>();
        for (int i = 0; i < 3 * DAYS; i++) {
            levels.add(
                    new StockLevel("s" + i, time(10 * i), "test", "item" + i % 3, "main", i % 5));
        }
        return levels;
    }

    private static List<Behaviour> behaviour() {
        List<Behaviour> views = new ArrayList<>();
        BehaviourAction[] actions = BehaviourAction.values();
        for (int i = 0; i < 100; i++) {
            views.add(
                    new Behaviour(
                            "b" + i,
                            time(i * 3),
                            "test",
                            "",
                            "item" + i % 3,
                            "main",
                            actions[i % actions.length],
                            "",
                            ""));
        }
        return views;
    }

    private static Instant time(int i) {
        return START.plus(Duration.ofDays(i / 30)).plusSeconds(i);
    }

    private static OrderLine order(
            String id, Instant time, String item, long units, int cents, boolean promotion) {
        return new OrderLine(
                id,
                time,
                "test",
                "order",
                item,
                "main",
                "",
                "",
                "",
                units,
                BigDecimal.valueOf(cents, 2),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "EUR",
                promotion,
                "");
    }

    private static ReturnLine cancellation(String id, Instant time, String item, long units) {
        return new ReturnLine(
                        id,
                        time,
                        "test",
                        "order",
                        item,
                        "main",
                        "",
                        "",
                        units,
                        BigDecimal.ONE,
                        "EUR",
                        "",
                        true,
                        "")
                .takingBack("order", "o", time);
    }

    private FileExchange run(String name, boolean fails, int parallelism) throws Exception {
        FileExchange files = new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
        files.add(Channels.RETURNS, cancellations());
        files.add(Channels.STOCK, stock());
        files.add(Channels.BEHAVIOUR, behaviour());
        Configuration options = new Configuration();
        options.set(
                RunOptions.LAST_DAY,
                LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(DAYS - 1).toString());
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, FailingOnce.recovering());
        new DemandJob().define(environment, new OrdersFail(files, fails), options);
        environment.execute();
        files.seal(Channels.DEMAND, Channels.DEMAND_LATE);
        assertThat(files.contents(Channels.DEMAND_LATE)).isEmpty();
        return files;
    }

    private List<String> bySql(String mode) throws Exception {
        TableEnvironment tables = TableEnvironment.create(settings(mode));
        tables.createTemporarySystemFunction(DemandWindowFunction.NAME, DemandWindowFunction.class);
        tables.executeSql(
                """
                CREATE TABLE signals (
                    kind STRING, item STRING, event_day STRING, units BIGINT,
                    price DECIMAL(38, 6), promotion BOOLEAN
                ) WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '%s')
                """
                        .formatted(Files.writeString(folder.resolve("signals.csv"), values())));
        Map<String, String> last = new TreeMap<>();
        try (CloseableIterator<Row> rows =
                tables.executeSql(
                                """
                                SELECT item, event_day, DEMAND_WINDOW(kind, units, price, promotion)
                                FROM signals GROUP BY item, event_day
                                """)
                        .collect()) {
            rows.forEachRemaining(
                    row -> {
                        String key = row.getField(0) + " " + row.getField(1);
                        last.put(key, key + " " + row.getField(2));
                    });
        }
        return List.copyOf(last.values());
    }

    private static EnvironmentSettings settings(String mode) {
        Map<String, String> options =
                Map.of("execution.runtime-mode", mode, "parallelism.default", "2");
        return EnvironmentSettings.newInstance()
                .withConfiguration(Configuration.fromMap(options))
                .build();
    }

    private static String values() {
        List<String> values = new ArrayList<>();
        orders().forEach(
                        line ->
                                values.add(
                                        value(
                                                "order",
                                                line.item(),
                                                line.time(),
                                                line.units(),
                                                line.unitPrice(),
                                                line.promotion())));
        cancellations()
                .forEach(
                        line ->
                                values.add(
                                        value(
                                                "cancellation",
                                                line.item(),
                                                line.time(),
                                                line.units(),
                                                line.unitPrice(),
                                                false)));
        stock().forEach(
                        level ->
                                values.add(
                                        value(
                                                "stock",
                                                level.item(),
                                                level.time(),
                                                level.onHand(),
                                                BigDecimal.ZERO,
                                                false)));
        behaviour()
                .forEach(
                        action ->
                                values.add(
                                        value(
                                                action.action().name().toLowerCase(Locale.ROOT),
                                                action.item(),
                                                action.time(),
                                                1,
                                                BigDecimal.ZERO,
                                                false)));
        return String.join("\n", values);
    }

    private static String value(
            String kind,
            String item,
            Instant time,
            long units,
            BigDecimal price,
            boolean promotion) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return "%s,%s,%s,%d,%s,%s".formatted(kind, item, day, units, price, promotion);
    }

    private static String line(DemandWindow window) {
        return "%s %s %s"
                .formatted(
                        window.item(),
                        window.day(),
                        Row.of(
                                window.units(),
                                window.price(),
                                window.promotion(),
                                window.stockedOut(),
                                window.views(),
                                window.favourites(),
                                window.carts()));
    }

    /** Orders come from a source that may fail, all else from and to files. */
    private record OrdersFail(FileExchange files, boolean fails) implements Exchange {

        @Override
        public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
            return files.raw(environment);
        }

        @Override
        public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
            if (!channel.name().equals(Channels.ORDERS.name())) {
                return files.read(environment, channel);
            }
            List<T> orders = orders().stream().map(channel.type()::cast).toList();
            return FailingOnce.source(
                    environment,
                    orders,
                    channel.type(),
                    order -> channel.time().apply(order).toEpochMilli(),
                    fails,
                    "orders");
        }

        @Override
        public <T> void write(DataStream<T> stream, Channel<T> channel) {
            files.write(stream, channel);
        }
    }
}
