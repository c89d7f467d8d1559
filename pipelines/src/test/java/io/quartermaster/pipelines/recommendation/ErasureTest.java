package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.bought;
import static io.quartermaster.pipelines.recommendation.Signals.erased;
import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Ann buys, asks on 9 January to be forgotten, and is known for 10 days after that. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ErasureTest {

    private static final Duration TTL = Duration.ofDays(10);

    private static final ItemNews NEIGHBOURS =
            ItemNews.neighbours(new ItemNeighbours("a", List.of("b"), new double[] {0.5}), 1, 0);

    @Test
    void takesBackAllThatTheTableAndTheRepeatsHaveOfACustomer() throws Exception {
        try (var baskets = baskets()) {
            baskets.open();
            act(baskets, bought(1, "ann", "a"), bought(2, "ann", "a"), bought(3, "ann", "b"));
            act(baskets, bought(2, "bob", "b"), erased(9, "ann"));
            baskets.processWatermark(new Watermark(millis("2026-01-10T00:00:00Z")));
            assertThat(baskets.extractOutputValues().subList(3, 5))
                    .extracting(change -> change.item() + change.after() + change.customers())
                    .containsExactly("a0.00", "b0.0-1");
            long purchases = 0;
            for (var one : baskets.getSideOutput(BasketFunction.PURCHASES)) {
                purchases += one.getValue().item().equals("a") ? one.getValue().purchases() : 0;
            }
            assertThat(purchases).isZero();
        }
    }

    @Test
    void setsAsideWhatComesLateAndTakesWhatIsNew() throws Exception {
        try (var baskets = baskets()) {
            baskets.open();
            act(baskets, erased(9, "ann"), bought(10, "ann", "c"));
            baskets.processWatermark(new Watermark(millis("2026-01-11T00:00:00Z")));
            act(baskets, bought(8, "ann", "a"), bought(10, "ann", "b"), bought(8, "bob", "a"));
            assertThat(baskets.extractOutputValues())
                    .extracting(BasketChange::item)
                    .containsExactly("c", "b", "a");
            assertThat(late(baskets))
                    .containsExactly(
                            new Quarantined(
                                    "orders",
                                    0,
                                    "orders",
                                    "erased_customer",
                                    "The event (anna8) of 2026-01-08T12:00:00Z came after its customer had asked to be forgotten, with all until 2026-01-09T12:00:00Z.",
                                    "anna8"));
        }
    }

    @Test
    void anErasureThatComesLateIsOfAllThatIsKnownByThen() throws Exception {
        try (var baskets = baskets()) {
            baskets.open();
            act(baskets, bought(1, "ann", "a"), bought(10, "ann", "b"), bought(12, "ann", "c"));
            baskets.processWatermark(new Watermark(millis("2026-01-11T00:00:00Z")));
            act(baskets, erased(9, "ann"), bought(10, "ann", "d"));
            baskets.processWatermark(new Watermark(millis("2026-01-13T00:00:00Z")));
            assertThat(baskets.extractOutputValues())
                    .extracting(change -> change.item() + change.after() + change.others().length)
                    .containsExactly("a1.00", "b1.01", "a0.01", "b0.00", "c1.00");
            assertThat(late(baskets)).hasSize(1);
        }
    }

    @Test
    void whoIsNotKnownIsErasedToNoEffect() throws Exception {
        try (var baskets = baskets()) {
            baskets.open();
            act(baskets, erased(9, "nobody"), erased(9, "nobody"), erased(10, "nobody"));
            baskets.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(baskets.getOutput()).containsExactly(Watermark.MAX_WATERMARK);
            assertThat(baskets.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void itIsRememberedAcrossASnapshotAndForNoLongerThanActsAreKept() throws Exception {
        OperatorSubtaskState snapshot;
        try (var baskets = baskets()) {
            baskets.open();
            act(baskets, bought(1, "ann", "a"), erased(9, "ann"));
            baskets.processWatermark(new Watermark(millis("2026-01-19T11:59:59Z")));
            snapshot = baskets.snapshot(1, 1);
        }
        try (var baskets = baskets()) {
            baskets.initializeState(snapshot);
            baskets.open();
            act(baskets, bought(9, "ann", "a"));
            baskets.processWatermark(new Watermark(millis("2026-01-19T12:00:00Z")));
            assertThat(late(baskets)).hasSize(1);
            assertThat(baskets.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void whoIsErasedHasNoListUntilTheyActAgain() throws Exception {
        try (var lists = lists()) {
            lists.open();
            lists.processElement2(NEIGHBOURS, 0);
            act(lists, bought(8, "ann", "a"), erased(9, "ann"), bought(9, "bob", "a"));
            lists.processBothWatermarks(new Watermark(millis("2026-01-12T00:00:00Z")));
            act(lists, bought(8, "ann", "a"));
            lists.processBothWatermarks(new Watermark(millis("2026-01-13T00:00:00Z")));
            assertThat(said(lists))
                    .containsExactly("08 ann b bought a (0.5)", "09 bob b bought a (0.5)");
            act(lists, bought(13, "ann", "a"));
            lists.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(lists)).hasSize(3).last().isEqualTo("13 ann b bought a (0.5)");
        }
    }

    @Test
    void listsResumeFromASnapshotWithWhoWasErased() throws Exception {
        OperatorSubtaskState snapshot;
        try (var lists = lists()) {
            lists.open();
            lists.processElement2(NEIGHBOURS, 0);
            act(lists, bought(9, "ann", "a"), erased(9, "ann"));
            lists.processBothWatermarks(new Watermark(millis("2026-01-09T13:00:00Z")));
            snapshot = lists.snapshot(1, 1);
        }
        try (var lists = lists()) {
            lists.initializeState(snapshot);
            lists.open();
            act(lists, bought(9, "ann", "a"));
            lists.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(lists)).isEmpty();
            assertThat(lists.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void whatWasShownToWhoIsErasedTeachesNothing() throws Exception {
        try (var shown = harness(new ShownFunction(options()))) {
            shown.open();
            act(shown, bought(8, "ann", "a"), Signals.of(Kind.SHOWN, 9, "ann", "b", 0));
            act(shown, erased(9, "ann"), Signals.of(Kind.SHOWN, 9, "bob", "b", 0));
            shown.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(shown.extractOutputValues())
                    .extracting(BlendExample::customer)
                    .containsExactly("bob");
        }
    }

    private static void act(
            KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, ?> harness,
            RecommendationSignal... signals)
            throws Exception {
        for (RecommendationSignal signal : signals) {
            harness.processElement(signal, signal.time().toEpochMilli());
        }
    }

    private static void act(
            KeyedTwoInputStreamOperatorTestHarness<String, RecommendationSignal, ItemNews, ?>
                    harness,
            RecommendationSignal... signals)
            throws Exception {
        for (RecommendationSignal signal : signals) {
            harness.processElement1(signal, signal.time().toEpochMilli());
        }
    }

    private static List<Quarantined> late(
            KeyedOneInputStreamOperatorTestHarness<String, RecommendationSignal, BasketChange>
                    baskets) {
        List<Quarantined> late = new ArrayList<>();
        baskets.getSideOutput(BasketFunction.ERASED_LATE).forEach(one -> late.add(one.getValue()));
        return late;
    }

    private static List<String> said(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, Recommendation>
                    lists) {
        return lists.extractOutputValues().stream()
                .map(
                        row ->
                                row.asOf().toString().substring(8, 10)
                                        + " "
                                        + row.customer()
                                        + " "
                                        + row.item()
                                        + " "
                                        + row.reason())
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    String, RecommendationSignal, BasketChange>
            baskets() throws Exception {
        TableTimes times =
                new TableTimes(
                        Duration.ZERO,
                        new RecommendationDays(LocalDate.of(2026, 1, 2), LocalDate.MAX, 1));
        CustomerLimits limits = new CustomerLimits(9, TTL, Duration.ZERO);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new BasketFunction(limits, times)),
                RecommendationSignal::customer,
                Types.STRING);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, RecommendationSignal, ItemNews, Recommendation>
            lists() throws Exception {
        return harness(new RecommendationFunction(options()));
    }

    private static <O>
            KeyedTwoInputStreamOperatorTestHarness<String, RecommendationSignal, ItemNews, O>
                    harness(CustomerFunction<O> function) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<
                String, RecommendationSignal, ItemNews, O>(
                new CoBroadcastWithKeyedOperator<>(function, List.of(CustomerFunction.NEWS)),
                RecommendationSignal::customer,
                null,
                Types.STRING);
    }

    private static RecommendationOptions options() {
        Configuration config = new Configuration();
        config.set(RunOptions.TAIL_START, "2026-01-08");
        config.set(RecommendationOptions.HALF_LIFE, Duration.ZERO);
        config.set(RecommendationOptions.CUSTOMER_TTL, TTL);
        return RecommendationOptions.of(config);
    }
}
