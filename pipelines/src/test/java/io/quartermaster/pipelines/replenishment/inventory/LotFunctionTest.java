package io.quartermaster.pipelines.replenishment.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeRules;
import io.quartermaster.domain.replenishment.justintime.PullRules;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotRules;
import io.quartermaster.domain.replenishment.lots.MovementKind;
import io.quartermaster.domain.replenishment.lots.PlaceLedger;
import io.quartermaster.domain.replenishment.lots.SoldGoods;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class LotFunctionTest {

    private static final List<LotOrder> METHODS = List.of(LotOrder.values());

    private final List<LotAllocation> allocations = new ArrayList<>();
    private final List<StockValue> values = new ArrayList<>();

    @Test
    void allocatesASaleAsItHappensAndValuesTheDayAtItsEnd() throws Exception {
        try (var harness = harness(LotStories.FIRST.plusDays(9), LotStories.RULES)) {
            harness.open();
            add(harness, receipt(0, "L1", 5, "2.00", 1));
            add(harness, plain(MovementKind.SALE, 1, "s", 3, ""));
            harness.processWatermark(LotStories.endOf(day(1)).toEpochMilli() - 1);
            hear(harness);
            assertThat(allocations)
                    .extracting(one -> one.method() + " " + one.kind() + " " + one.value())
                    .containsExactly(
                            "fifo receipt 10.00",
                            "lifo receipt 10.00",
                            "fefo receipt 10.00",
                            "fifo sale 6.00",
                            "lifo sale 6.00",
                            "fefo sale 6.00");
            assertThat(values).extracting(StockValue::eventDay).containsOnly(day(0));
            harness.processWatermark(LotStories.endOf(day(1)).toEpochMilli());
            hear(harness);
            assertThat(values.get(values.size() - 1).value()).isEqualByComparingTo("4.00");
        }
    }

    /** The correction takes what was told back, and the days' values with it. */
    @Test
    void tellsAgainWhatACorrectionChanges() throws Exception {
        try (var harness = harness(LotStories.FIRST.plusDays(9), LotStories.RULES)) {
            harness.open();
            add(harness, receipt(0, "L1", 5, "2.00", 1));
            add(harness, receipt(1, "L2", 5, "3.00", 1));
            add(harness, plain(MovementKind.SALE, 2, "s1", 5, ""));
            add(harness, plain(MovementKind.SALE, 3, "s2", 2, ""));
            add(harness, plain(MovementKind.CANCELLATION, 5, "x", 5, "s1"));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            hear(harness);
            assertThat(allocations)
                    .filteredOn(one -> one.method().equals("fifo") && one.revision() > 0)
                    .extracting(one -> one.id() + " " + one.revision() + " " + one.value())
                    .containsExactly("s1 1 0", "s2 1 4.00");
            assertThat(values)
                    .filteredOn(one -> one.method().equals("fifo") && one.revision() > 0)
                    .extracting(one -> one.eventDay() + " " + one.withdrawn() + " " + one.value())
                    .containsExactly(day(2) + " true 15.00", day(3) + " false 21.00");
        }
    }

    @Test
    void equalsAllReportsTakenAtOnceWhateverOrderTheyComeIn() throws Exception {
        for (long seed = 0; seed < 60; seed++) {
            List<StockMovement> reports = LotStories.random(seed, 60);
            clear();
            try (var harness = harness(LotStories.lastDay(reports), LotStories.RULES)) {
                harness.open();
                feed(harness, reports, new Random(seed), 0, reports.size());
                harness.processWatermark(Watermark.MAX_WATERMARK);
                hear(harness);
            }
            assertEqual(seed, reports, LotStories.RULES);
        }
    }

    /** Every sixth report comes after the watermark, some of them days later. */
    @Test
    void lateReportsFindTheirPlace() throws Exception {
        LotRules rules = new LotRules(30, 60);
        for (long seed = 170; seed < 190; seed++) {
            List<StockMovement> reports = LotStories.random(seed, 25);
            LocalDate last = LotStories.lastDay(reports);
            clear();
            try (var harness = harness(last, rules)) {
                harness.open();
                for (int i = 0; i < reports.size(); i++) {
                    if (i % 6 > 0 || i == 0) {
                        add(harness, reports.get(i));
                        harness.processWatermark(reports.get(i).time().toEpochMilli());
                    }
                    if (i % 6 == 0 && i > 6) {
                        add(harness, reports.get(i - 6));
                    }
                }
                for (int i = reports.size() - 1; i > 0; i--) {
                    if (i % 6 == 0 && i + 6 >= reports.size()) {
                        add(harness, reports.get(i));
                    }
                }
                harness.processWatermark(LotStories.endOf(last).toEpochMilli());
                hear(harness);
            }
            assertEqual(seed, reports, rules);
        }
    }

    @Test
    void refusesWhatLiesAfterTheRunAndKeepsIt() throws Exception {
        try (var harness = harness(day(1), LotStories.RULES)) {
            harness.open();
            add(harness, plain(MovementKind.SALE, 2, "s", 3, ""));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            hear(harness);
            assertThat(allocations)
                    .extracting(one -> one.kind() + " " + one.units() + " " + one.note())
                    .containsOnly("refused 3 after the run's last day, 2026-01-02");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        for (long seed = 200; seed < 210; seed++) {
            List<StockMovement> reports = LotStories.random(seed, 60);
            clear();
            OperatorSubtaskState snapshot;
            int cut = reports.size() / 2;
            try (var harness = harness(LotStories.lastDay(reports), LotStories.RULES)) {
                harness.open();
                feed(harness, reports, new Random(seed), 0, cut);
                snapshot = harness.snapshot(1, 1);
                hear(harness);
            }
            try (var harness = harness(LotStories.lastDay(reports), LotStories.RULES)) {
                harness.initializeState(snapshot);
                harness.open();
                feed(harness, reports, new Random(seed), cut, reports.size());
                harness.processWatermark(Watermark.MAX_WATERMARK);
                hear(harness);
            }
            assertEqual(seed, reports, LotStories.RULES);
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(StockMovement.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LotAllocation.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(StockValue.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PlaceLedger.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SoldGoods.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(HeldLots.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LotProgress.class);
    }

    @Test
    void refusesOptionsThatDoNotFit() {
        Configuration options = new Configuration();
        options.set(InventoryOptions.RETURN_DAYS, 29);
        assertThatThrownBy(() -> InventoryOptions.of(options))
                .hasMessage(
                        "The option (inventory.return-days), 29, must be at least 30.\nMaybe 180.");
        options.set(InventoryOptions.METHODS, List.of());
        options.set(InventoryOptions.RETURN_DAYS, 30);
        assertThatThrownBy(() -> InventoryOptions.of(options))
                .hasMessage(
                        "The option (inventory.methods) must name an order of lots.\nMaybe fifo.");
    }

    /** Reports between two watermarks come in any order. */
    private void feed(
            KeyedOneInputStreamOperatorTestHarness<String, StockMovement, LotAllocation> harness,
            List<StockMovement> reports,
            Random draws,
            int from,
            int to)
            throws Exception {
        int next = from;
        while (next < to) {
            int some = Math.min(to, next + 1 + draws.nextInt(9));
            while (some < to && reports.get(some).time().equals(reports.get(some - 1).time())) {
                some++;
            }
            List<StockMovement> together = new ArrayList<>(reports.subList(next, some));
            Collections.shuffle(together, draws);
            for (StockMovement report : together) {
                add(harness, report);
            }
            harness.processWatermark(reports.get(some - 1).time().toEpochMilli());
            next = some;
        }
    }

    private void assertEqual(long seed, List<StockMovement> reports, LotRules rules) {
        List<String> missing = LotStories.expected(reports, METHODS, rules);
        List<String> more = LotStories.last(allocations, values);
        List<String> both = missing.stream().filter(more::contains).toList();
        assertThat(both).as("seed %d", seed).isNotEmpty();
        assertThat(missing.stream().filter(one -> !both.contains(one)).toList())
                .as("seed %d", seed)
                .isEqualTo(more.stream().filter(one -> !both.contains(one)).toList());
    }

    /** What the operator tells of reports that come in any order between watermarks. */
    static List<LotAllocation> allocations(List<StockMovement> reports, LotRules rules, long seed)
            throws Exception {
        LotFunctionTest test = new LotFunctionTest();
        try (var harness = harness(LotStories.lastDay(reports), rules)) {
            harness.open();
            test.feed(harness, reports, new Random(seed), 0, reports.size());
            harness.processWatermark(Watermark.MAX_WATERMARK);
            test.hear(harness);
        }
        return test.allocations;
    }

    private void clear() {
        allocations.clear();
        values.clear();
    }

    private void hear(
            KeyedOneInputStreamOperatorTestHarness<String, StockMovement, LotAllocation> harness) {
        allocations.addAll(harness.extractOutputValues());
        harness.getOutput().clear();
        var side = harness.getSideOutput(LotFunction.VALUES);
        if (side != null) {
            side.forEach(record -> values.add(record.getValue()));
            side.clear();
        }
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, StockMovement, LotAllocation> harness,
            StockMovement report)
            throws Exception {
        harness.processElement(report, report.time().toEpochMilli());
    }

    private static StockMovement receipt(
            int day, String lot, long units, String cost, int version) {
        return new StockMovement(
                MovementKind.RECEIPT,
                "r-" + lot + "-" + version,
                day(day).atTime(6, 0).toInstant(ZoneOffset.UTC),
                day(day),
                "A",
                "main",
                units,
                new BigDecimal(cost),
                "EUR",
                lot,
                null,
                "",
                version,
                "");
    }

    private static StockMovement plain(
            MovementKind kind, int day, String id, long units, String about) {
        return StockMovement.plain(
                kind,
                id,
                day(day).atTime(12, 0).toInstant(ZoneOffset.UTC),
                ZoneOffset.UTC,
                "A",
                "main",
                units,
                about);
    }

    private static LocalDate day(int day) {
        return LotStories.FIRST.plusDays(day);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, StockMovement, LotAllocation>
            harness(LocalDate lastDay, LotRules rules) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new LotFunction(
                                new InventoryOptions(
                                        METHODS,
                                        InventoryOptions.Receipts.LOTS,
                                        rules,
                                        new LeadTimeRules(180, 5),
                                        new PullRules(0.9, 0.9, 7, 90, 90),
                                        7,
                                        new DayClock(ZoneOffset.UTC, lastDay)))),
                StockMovement::item,
                Types.STRING);
    }
}
