package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.BrandEvidence;
import io.quartermaster.domain.brand.BrandFigures;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.satisfaction.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BrandFiguresFunctionTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    @Test
    void handsFiguresOnAfterASignalAndAtEachReviewUpToTheLastDay() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, order("o1"), START);
            add(harness, item(), START);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<BrandFigures> figures = harness.extractOutputValues();
            // Signals on the 1st; the tail starts on 10 January, so reviews on 2, 9 and 16 January;
            // the run ends on the 12th.
            assertThat(figures)
                    .extracting(BrandFigures::day)
                    .containsExactly(
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 1, 2),
                            LocalDate.of(2026, 1, 9),
                            LocalDate.of(2026, 1, 12));
            BrandFigures first = figures.get(0);
            assertThat(first.sum(BrandEvidence.UNITS))
                    .isCloseTo(3 * Math.pow(2, -16 / 24.0 / 60), within(1e-6));
            assertThat(first.category()).isEqualTo("toys");
            assertThat(first.items()).isEqualTo(1);
            assertThat(first.newItems()).isEqualTo(1);
            assertThat(first.firstSale()).isEqualTo(LocalDate.of(2026, 1, 1));
        }
    }

    @Test
    void aCustomerIsReachedOnceAMonth() throws Exception {
        try (var harness = harness()) {
            harness.open();
            look(harness, "ann", 0);
            look(harness, "ann", 3600);
            look(harness, "bob", 7200);
            look(harness, "", 7300);
            search(harness, "bob", 7400);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            BrandFigures first = harness.extractOutputValues().get(0);
            assertThat(first.sum(BrandEvidence.REACHED)).isCloseTo(2, within(0.05));
            assertThat(first.sum(BrandEvidence.VIEWS)).isCloseTo(4, within(0.05));
            assertThat(first.sum(BrandEvidence.SEARCHES)).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void takesInHowNewItemsAre() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, item(), START);
            add(harness, Signal.ofNovelty("A", "B", 0.4), START.plusSeconds(60));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues().get(0).novelty()).isEqualTo(0.4);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, order("o1"), START);
            harness.processWatermark(START.plusSeconds(60).toEpochMilli());
            add(harness, order("o2"), START.plusSeconds(3600));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues()).hasSize(4);
            assertThat(harness.extractOutputValues().get(0).sum(BrandEvidence.ORDER_LINES))
                    .isBetween(1.9, 2.0);
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(KnownItem.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BrandFigures.class);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, Signal, BrandFigures> harness,
            Signal signal,
            Instant time)
            throws Exception {
        harness.processElement(signal.withBrand("B"), time.toEpochMilli());
    }

    private static void look(
            KeyedOneInputStreamOperatorTestHarness<String, Signal, BrandFigures> harness,
            String customer,
            long seconds)
            throws Exception {
        add(harness, attention(customer, "A", seconds), START.plusSeconds(seconds));
    }

    private static void search(
            KeyedOneInputStreamOperatorTestHarness<String, Signal, BrandFigures> harness,
            String customer,
            long seconds)
            throws Exception {
        add(harness, attention(customer, "", seconds), START.plusSeconds(seconds));
    }

    private static Signal attention(String customer, String item, long seconds) {
        return Signal.of(
                new Behaviour(
                        customer + seconds,
                        START.plusSeconds(seconds),
                        "test",
                        customer,
                        item,
                        "",
                        item.isEmpty() ? BehaviourAction.SEARCH : BehaviourAction.VIEW,
                        "",
                        "B"));
    }

    private static Signal order(String id) {
        return Signal.of(
                new OrderLine(
                        id,
                        START,
                        "test",
                        id,
                        "A",
                        "main",
                        "",
                        "",
                        "",
                        3,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        "EUR",
                        false,
                        ""));
    }

    private static Signal item() {
        return Signal.of(
                new CatalogueItem(
                        "i",
                        START,
                        "test",
                        "A",
                        "B",
                        "toys",
                        "S",
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        "EUR",
                        1,
                        0,
                        null,
                        false));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Signal, BrandFigures> harness()
            throws Exception {
        Configuration options = new Configuration();
        options.set(RunOptions.TAIL_START, "2026-01-10");
        options.set(RunOptions.LAST_DAY, "2026-01-12");
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new BrandFiguresFunction(BrandOptions.of(options))),
                Signal::brand,
                Types.STRING);
    }
}
