package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.bought;
import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** The tail starts on 8 January; lists are made as each day from the 7th closes. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class RecommendationFunctionTest {

    private static final long CLOSE = millis("2026-01-07T23:59:59.999Z");

    private static final List<ItemNews> NEWS =
            List.of(
                    neighbours("a", "c", 0.5, "d", 0.25),
                    neighbours("b", "c", 0.125, "e", 0.0625),
                    ItemNews.customers(9, CLOSE));

    private final Configuration config = new Configuration();

    @Test
    void recommendsWhenADayClosesAndTheNewsOfThenAreHere() throws Exception {
        try (var harness = open()) {
            act(harness, bought(1, "ann", "a"), bought(1, "ann", "b"));
            harness.processWatermark1(new Watermark(CLOSE));
            harness.processWatermark2(new Watermark(CLOSE - 1));
            assertThat(harness.extractOutputValues()).isEmpty();
            tell(harness, NEWS);
            harness.processWatermark2(new Watermark(CLOSE));
            assertThat(rows(harness))
                    .containsExactly(
                            "ann 1 c 0.625 item_cf bought a (0.5) and b (0.125)",
                            "ann 2 d 0.25 item_cf bought a (0.25)",
                            "ann 3 e 0.0625 item_cf bought b (0.0625)");
            Recommendation first = harness.extractOutputValues().get(0);
            assertThat(first.asOf().toEpochMilli()).isEqualTo(CLOSE);
            assertThat(first.partKinds()).containsExactly("bought", "bought");
            assertThat(first.partSources()).containsExactly("a", "b");
            assertThat(first.partAmounts()).containsExactly(0.5, 0.125);
        }
    }

    @Test
    void newsOfLaterChangeNothingBefore() throws Exception {
        try (var harness = open()) {
            act(harness, bought(1, "ann", "a"), bought(9, "bob", "a"));
            tell(harness, NEWS);
            tell(harness, List.of(ItemNews.outlook("c", 0, 3, millis("2026-01-08T12:00:00Z"))));
            end(harness);
            assertThat(rows(harness))
                    .extracting(row -> row.substring(0, 7))
                    .containsExactly("ann 1 c", "ann 2 d", "bob 1 d");
        }
    }

    @Test
    void recommendsAtOnceWhoActsButNotTooOften() throws Exception {
        config.set(RecommendationOptions.WHEN, ListTime.ACT);
        config.set(RecommendationOptions.ACT_INTERVAL, Duration.ofMinutes(10));
        try (var harness = open()) {
            tell(harness, NEWS);
            long now = millis("2026-01-09T12:00:00Z");
            for (int minute : new int[] {0, 9, 10}) {
                harness.processElement1(bought(9, "ann", "a"), now + minute * 60_000L);
            }
            end(harness);
            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.asOf().toString().substring(11, 16) + row.item())
                    .containsExactly("12:00c", "12:00d", "12:10c", "12:10d");
        }
    }

    @Test
    void leavesOutWhatCameBackAndForgetsACancelledOrder() throws Exception {
        config.set(RecommendationOptions.EXCLUDE_BOUGHT, false);
        try (var harness = open()) {
            tell(harness, NEWS);
            act(
                    harness,
                    bought(1, "ann", "a"),
                    bought(2, "ann", "c"),
                    Signals.of(Kind.RETURNED, 3, "ann", "c", 1),
                    bought(2, "bob", "a"),
                    Signals.of(Kind.CANCELLED, 3, "bob", "a", 1),
                    bought(2, "cid", "a"),
                    bought(2, "cid", "d"));
            end(harness);
            assertThat(rows(harness))
                    .extracting(row -> row.substring(0, 7))
                    .containsExactlyInAnyOrder("ann 1 d", "cid 1 c", "cid 2 d");
        }
    }

    @Test
    void forgetsWhatNothingHappenedToForTheTtlAndTheOldestOfTooMany() throws Exception {
        config.set(RecommendationOptions.CUSTOMER_TTL, Duration.ofDays(5));
        config.set(RecommendationOptions.CUSTOMER_ITEMS, 1);
        try (var harness = open()) {
            tell(harness, NEWS);
            act(harness, bought(1, "ann", "a"), bought(8, "ann", "b"));
            act(harness, bought(7, "bob", "a"), bought(8, "bob", "b"));
            end(harness);
            assertThat(rows(harness))
                    .containsExactlyInAnyOrder(
                            "bob 1 c 0.5 item_cf bought a (0.5)",
                            "bob 2 d 0.25 item_cf bought a (0.25)",
                            "bob 1 c 0.125 item_cf bought b (0.125)",
                            "bob 2 e 0.0625 item_cf bought b (0.0625)",
                            "ann 1 c 0.125 item_cf bought b (0.125)",
                            "ann 2 e 0.0625 item_cf bought b (0.0625)");
        }
    }

    @Test
    void countsWhatComesLateFromTheNextTimeOn() throws Exception {
        try (var harness = open()) {
            tell(harness, NEWS);
            harness.processBothWatermarks(new Watermark(millis("2026-01-10T00:00:00Z")));
            act(harness, bought(5, "cid", "a"));
            end(harness);
            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.asOf().toString().substring(0, 10) + row.item())
                    .containsExactly("2026-01-10c", "2026-01-10d");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> whole;
        try (var harness = open()) {
            tell(harness, NEWS);
            act(harness, bought(1, "ann", "a"), bought(8, "ann", "b"));
            end(harness);
            whole = rows(harness);
        }
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            tell(harness, NEWS);
            act(harness, bought(1, "ann", "a"));
            harness.processBothWatermarks(new Watermark(millis("2026-01-02T00:00:00Z")));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            act(harness, bought(8, "ann", "b"));
            end(harness);
            assertThat(rows(harness)).isEqualTo(whole).isNotEmpty();
        }
    }

    @Test
    void keepsPlainTypesInStateAndOnStreams() {
        for (Class<?> type :
                List.of(
                        RecommendationSignal.class,
                        Holding.class,
                        ItemNews.class,
                        ToldNews.class,
                        Recommendation.class)) {
            PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
        }
    }

    private static ItemNews neighbours(
            String item, String first, double weight, String second, double lower) {
        ItemNeighbours list =
                new ItemNeighbours(item, List.of(first, second), new double[] {weight, lower});
        return ItemNews.neighbours(list, 0, CLOSE);
    }

    private static void act(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, Recommendation>
                    harness,
            RecommendationSignal... signals)
            throws Exception {
        for (RecommendationSignal signal : signals) {
            harness.processElement1(signal, signal.time().toEpochMilli());
        }
    }

    private static void tell(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, Recommendation>
                    harness,
            List<ItemNews> news)
            throws Exception {
        for (ItemNews one : news) {
            harness.processElement2(one, one.time());
        }
    }

    private static void end(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, Recommendation>
                    harness)
            throws Exception {
        harness.processBothWatermarks(Watermark.MAX_WATERMARK);
    }

    private static List<String> rows(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, Recommendation>
                    harness) {
        return harness.extractOutputValues().stream()
                .map(
                        row ->
                                "%s %d %s %s %s %s"
                                        .formatted(
                                                row.customer(),
                                                row.position(),
                                                row.item(),
                                                row.score(),
                                                row.method(),
                                                row.reason()))
                .toList();
    }

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, RecommendationSignal, ItemNews, Recommendation>
            open() throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, RecommendationSignal, ItemNews, Recommendation>
            harness() throws Exception {
        config.set(RunOptions.TAIL_START, "2026-01-08");
        config.set(RunOptions.LAST_DAY, "2026-01-20");
        config.set(RecommendationOptions.HALF_LIFE, Duration.ZERO);
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new RecommendationFunction(RecommendationOptions.of(config)),
                        List.of(CustomerFunction.NEWS)),
                RecommendationSignal::customer,
                null,
                Types.STRING);
    }
}
