package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try") // a harness may be interrupted while it closes
class SupplierPlanOperatorTest {

    private static final LocalDate START = SupplyStory.TAIL_START;

    private final SupplyStory story = new SupplyStory();

    @Test
    void plansEverySupplierOnEveryPlanDay() throws Exception {
        try (var harness = new SupplierHarness(configuration())) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            List<PlanSummary> summaries = harness.summaries();
            assertThat(summaries).hasSize(2 * SupplyStory.PLANS);
            assertThat(summaries).allMatch(summary -> summary.violations() == 0);
            assertThat(summaries).allMatch(summary -> summary.objective() >= summary.bound());
            assertThat(harness.orders())
                    .extracting(PurchaseOrder::purchaseOrder)
                    .doesNotHaveDuplicates();
            assertThat(harness.orders()).isNotEmpty();
        }
    }

    @Test
    void plansAlikeWhetherWatermarksComeDayByDayOrAtTheEnd() throws Exception {
        List<Object> atTheEnd;
        try (var harness = new SupplierHarness(configuration())) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);
            atTheEnd = harness.all();
        }
        try (var harness = new SupplierHarness(configuration())) {
            harness.open();
            playDayByDay(harness, START.minusDays(200), START.plusDays(30));

            assertThat(harness.all()).containsExactlyElementsOf(atTheEnd);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<Object> whole;
        try (var harness = new SupplierHarness(configuration())) {
            harness.open();
            playDayByDay(harness, START.minusDays(200), START.plusDays(30));
            whole = harness.all();
        }
        OperatorSubtaskState snapshot;
        List<Object> parts;
        try (var harness = new SupplierHarness(configuration())) {
            harness.open();
            playDayByDay(harness, START.minusDays(200), START.plusDays(5));
            play(harness, START.plusDays(6), START.plusDays(8));
            snapshot = harness.snapshot(1, 1);
            parts = harness.all();
        }
        try (var harness = new SupplierHarness(configuration())) {
            harness.initializeState(snapshot);
            harness.open();
            playDayByDay(harness, START.plusDays(9), START.plusDays(30));
            parts.addAll(harness.all());
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void ordersNothingWhenTheTermsHaveEnded() throws Exception {
        try (var harness = new SupplierHarness(configuration())) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.orders())
                    .filteredOn(order -> order.supplier().equals("West"))
                    .isNotEmpty()
                    .allMatch(order -> !order.orderDay().isAfter(START.plusDays(9)));
        }
    }

    @Test
    void plansGreedilyWhenAskedTo() throws Exception {
        Configuration configuration = configuration();
        configuration.set(ReplenishmentOptions.SOLVER, "greedy");
        try (var harness = new SupplierHarness(configuration)) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.summaries())
                    .allMatch(summary -> summary.solver().equals("greedy"))
                    .allMatch(summary -> summary.status().equals("fallback"))
                    .allMatch(summary -> summary.reason().equals("the greedy plan was asked for"))
                    .allMatch(summary -> summary.violations() == 0);
        }
    }

    @Test
    void fallsBackWhenTheSolverMeetsItsLimit() throws Exception {
        Configuration configuration = configuration();
        configuration.set(ReplenishmentOptions.MAX_ITERATIONS, 1L);
        configuration.set(ReplenishmentOptions.CONCURRENT_SOLVES, 1);
        try (var harness = new SupplierHarness(configuration)) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.summaries())
                    .extracting(PlanSummary::reason)
                    .contains("the linear programme was not solved within 1 iterations");
        }
    }

    /** Simulated stock goes on from the plan's arrivals, observed stock from what was counted. */
    @Test
    void plansAlikeInThreadsAndInProcesses() throws Exception {
        Configuration processes = configuration();
        processes.set(SandboxOptions.ISOLATION, SolverSandbox.Isolation.PROCESS);
        assertThat(played(processes)).containsExactlyElementsOf(played(configuration()));
    }

    @Test
    void fallsBackAtItsDeadline() throws Exception {
        Configuration late = configuration();
        late.set(SandboxOptions.DEADLINE, Duration.ofNanos(1));
        try (var harness = new SupplierHarness(late)) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.summaries()).isNotEmpty();
            assertThat(harness.summaries())
                    .anyMatch(summary -> summary.status().equals("time_limit"))
                    .allMatch(summary -> summary.bound() > 0)
                    .allMatch(summary -> summary.violations() == 0);
        }
    }

    /** Without time the first plan is greedy, and those after it follow it. */
    @Test
    void theLastPlanServesWhereOneIsThere() throws Exception {
        Configuration limited = configuration();
        limited.set(SandboxOptions.DEADLINE, Duration.ofNanos(1));
        try (var harness = new SupplierHarness(limited)) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            List<PlanSummary> fallbacks =
                    harness.summaries().stream()
                            .filter(summary -> summary.status().equals("time_limit"))
                            .toList();
            assertThat(fallbacks).extracting(PlanSummary::solver).contains("last-plan");
            assertThat(fallbacks)
                    .filteredOn(summary -> summary.planDay().equals(START))
                    .noneMatch(summary -> summary.solver().equals("last-plan"));
            assertThat(fallbacks)
                    .filteredOn(summary -> summary.solver().equals("last-plan"))
                    .allMatch(summary -> summary.reason().endsWith("; the last plan serves"))
                    .allMatch(summary -> summary.violations() == 0);
        }
    }

    private List<Object> played(Configuration configuration) throws Exception {
        try (var harness = new SupplierHarness(configuration)) {
            harness.open();
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);
            return harness.all();
        }
    }

    @Test
    void takesStockFromWhereItIsTold() throws Exception {
        Configuration configuration = configuration();
        configuration.set(ReplenishmentOptions.STOCK, ReplenishmentOptions.StockSource.OBSERVED);
        try (var harness = new SupplierHarness(configuration)) {
            harness.open();
            for (String item : List.of("I0", "I2", "I4")) {
                for (String place : List.of("main", "north")) {
                    LocalDate day = START.plusDays(6);
                    send(
                            harness,
                            SupplyEvent.of(SupplyStory.level(item, place, day, 900)).to("East"),
                            Channels.endOf(day).toEpochMilli() - 5);
                }
            }
            play(harness, START.minusDays(200), LocalDate.MAX);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.orders())
                    .filteredOn(order -> order.supplier().equals("East"))
                    .isNotEmpty()
                    .allMatch(order -> order.orderDay().isBefore(START.plusDays(7)));
        }
    }

    /** Of a dear lot and a cheap one that came later, first in first out leaves the cheap one. */
    @ParameterizedTest
    @CsvSource({"FIFO, 20.00", "LIFO, 60.00"})
    void lotsLeaveStockInTheOrderAskedFor(LotOrder order, BigDecimal left) throws Exception {
        Configuration configuration = configuration();
        configuration.set(ReplenishmentOptions.STOCK, ReplenishmentOptions.StockSource.OBSERVED);
        configuration.set(ReplenishmentOptions.LOT_ORDER, order);
        try (var harness = new SupplierHarness(configuration)) {
            harness.open();
            LocalDate eve = START.minusDays(1);
            send(harness, SupplyEvent.of(SupplyStory.item("I0", "East brand", "East")), eve, 1);
            receive(harness, "dear", "6.00", eve, 2);
            receive(harness, "cheap", "2.00", eve, 3);
            send(harness, SupplyEvent.of(SupplyStory.level("I0", "main", eve, 10)), eve, 4);
            Forecast forecast = SupplyStory.forecast("I0", "main", eve, "lstm", true, 1);
            send(harness, SupplyEvent.of(ItemForecast.of(forecast)), eve, 5);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.summaries())
                    .first()
                    .satisfies(
                            summary -> {
                                assertThat(summary.stockUnits()).isEqualTo(10);
                                assertThat(summary.stockValue()).isEqualByComparingTo(left);
                            });
        }
    }

    private static void receive(
            SupplierHarness harness, String lot, String cost, LocalDate day, int at)
            throws Exception {
        StockLot received = SupplyStory.lot("I0", "main", lot, day, 10, new BigDecimal(cost));
        send(harness, SupplyEvent.of(received), day, at);
    }

    private static void send(SupplierHarness harness, SupplyEvent event, LocalDate day, int at)
            throws Exception {
        send(harness, event.to("East"), Channels.endOf(day).toEpochMilli() - 100 + at);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RunOptions.TAIL_START, START.toString());
        return configuration;
    }

    private void playDayByDay(SupplierHarness harness, LocalDate from, LocalDate to)
            throws Exception {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            play(harness, day, day);
            harness.processWatermark(Channels.endOf(day).toEpochMilli());
        }
    }

    private void play(SupplierHarness harness, LocalDate from, LocalDate to) throws Exception {
        List<SupplyEvent> all = new ArrayList<>();
        story.items.forEach(item -> all.add(SupplyEvent.of(item)));
        story.stock.forEach(level -> all.add(SupplyEvent.of(level)));
        story.lots.forEach(lot -> all.add(SupplyEvent.of(lot)));
        story.demand.forEach(window -> all.add(SupplyEvent.of(window)));
        story.forecasts.stream()
                .filter(forecast -> forecast.champion())
                .forEach(forecast -> all.add(SupplyEvent.of(ItemForecast.of(forecast))));
        for (SupplyEvent event : all) {
            String supplier = event.about().matches("I[024]") ? "East" : "West";
            sendWithin(harness, event.to(supplier), from, to);
        }
        for (var terms : story.terms) {
            sendWithin(harness, SupplyEvent.of(terms), from, to);
        }
    }

    private static void sendWithin(
            SupplierHarness harness, SupplyEvent event, LocalDate from, LocalDate to)
            throws Exception {
        long time = time(event);
        boolean after = time > Channels.endOf(from.minusDays(1)).toEpochMilli();
        if (after && (to.equals(LocalDate.MAX) || time <= Channels.endOf(to).toEpochMilli())) {
            send(harness, event, time);
        }
    }

    private static long time(SupplyEvent event) {
        if (event.item() != null) {
            return event.item().time().toEpochMilli();
        }
        if (event.terms() != null) {
            return event.terms().time().toEpochMilli();
        }
        if (event.stock() != null) {
            return event.stock().time().toEpochMilli();
        }
        if (event.lot() != null) {
            return event.lot().time().toEpochMilli();
        }
        LocalDate day = event.demand() != null ? event.demand().day() : event.forecast().madeOn();
        return Channels.endOf(day).toEpochMilli();
    }

    private static void send(SupplierHarness harness, SupplyEvent event, long time)
            throws Exception {
        harness.processElement(event, time);
    }
}
