package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.pipelines.channel.Channels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Two brands of one supplier, which share nothing: I0 and I1 of one, I2 and I3 of the other. */
@SuppressWarnings("try") // a harness may be interrupted while it closes
class ReplanTest {

    private static final LocalDate EVE = LocalDate.of(2026, 3, 1);
    private static final Map<String, String> BRANDS =
            Map.of("I0", "Corvino", "I1", "Corvino", "I2", "Nordlicht", "I3", "Nordlicht");

    @Test
    void stockOffThePlanHasItsComponentPlannedAgain() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 1, 30);
            harness.endDay(EVE.plusDays(1));

            List<PlanSummary> summaries = harness.side(SupplierPlanOperator.SUMMARIES);
            assertThat(summaries)
                    .extracting(PlanSummary::planVersion)
                    .containsExactly("East-2026-03-02-r1", "East-2026-03-03-r1");
            assertThat(summaries).extracting(PlanSummary::items).containsExactly(4, 2);
            assertThat(summaries.get(1).changedOrders()).isPositive();
            assertThat(summaries.get(1).changedUnits()).isPositive();
            assertThat(summaries.get(1).violations()).isZero();
            assertThat(lines(harness, "East-2026-03-03-r1"))
                    .isNotEmpty()
                    .allMatch(line -> BRANDS.get(line.item()).equals("Corvino"));
        }
    }

    @Test
    void aProposalThatIsNotNeededIsTakenBack() throws Exception {
        try (var harness = new SupplierHarness(calm())) {
            plan(harness);
            int before = harness.orders().size();
            count(harness, "I0", 1, 90);
            harness.endDay(EVE.plusDays(1));
            List<PurchaseOrder> after = since(harness, before);
            assertThat(after).hasSize(1);
            assertThat(after.get(0).item()).isEqualTo("I0");
            assertThat(after.get(0).state()).isEqualTo(PurchaseState.CANCELLED);
            assertThat(after.get(0).reason()).isEqualTo("planned again in East-2026-03-03-r1");
        }
    }

    @Test
    void stockAsExpectedIsNoNews() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 1, 6);
            count(harness, "I3", 2, 0);
            harness.endDay(EVE.plusDays(2));
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES)).hasSize(1);
        }
    }

    @Test
    void termsTouchTheirBrandAndAgreedOrdersStay() throws Exception {
        Configuration approving = new Configuration();
        approving.set(OrderLifeOptions.APPROVE_UP_TO, 1e6);
        try (var harness = new SupplierHarness(approving)) {
            plan(harness);
            int before = harness.orders().size();
            LocalDate from = EVE.plusDays(1);
            send(harness, SupplyEvent.of(SupplyStory.terms("Nordlicht", "East", 2, from, null)), 1);
            harness.endDay(EVE.plusDays(1));

            PlanSummary again = harness.side(SupplierPlanOperator.SUMMARIES).get(1);
            assertThat(again.items()).isEqualTo(2);
            assertThat(since(harness, before))
                    .noneMatch(order -> order.state() == PurchaseState.CANCELLED);
        }
    }

    /** A score that falls takes proposals back, as far as they are above what it allows. */
    @Test
    void aScoreLimitsWhatABrandsOrdersComeTo() throws Exception {
        Configuration limited = new Configuration();
        limited.set(ReplenishmentOptions.EXPOSURE_PER_SCORE, 1_000.0);
        try (var harness = new SupplierHarness(limited)) {
            plan(harness);
            LocalDate day = EVE.plusDays(1);
            send(harness, SupplyEvent.of(SupplyStory.score("Corvino", day, 0.09)), 1);
            harness.endDay(EVE.plusDays(1));
            assertThat(money(harness, "East-2026-03-02-r1", "Corvino")).isGreaterThan(90);
            assertThat(money(harness, "East-2026-03-03-r1", "Corvino")).isBetween(1.0, 90.0);
            PlanSummary again = harness.side(SupplierPlanOperator.SUMMARIES).get(1);
            assertThat(again.items()).isEqualTo(2);
            assertThat(again.violations()).isZero();
        }
    }

    /** What a version's orders of a brand come to; a unit costs 4 less a tenth. */
    private static double money(SupplierHarness harness, String version, String brand) {
        return lines(harness, version).stream()
                .filter(line -> BRANDS.get(line.item()).equals(brand))
                .mapToDouble(line -> line.quantity() * 3.6)
                .sum();
    }

    @Test
    void aSuspendedBrandTakesItsProposalsBack() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            int before = harness.orders().size();
            LocalDate day = EVE.plusDays(1);
            send(
                    harness,
                    SupplyEvent.of(SupplyStory.step("Corvino", BrandStage.SUSPENDED, day)),
                    1);
            harness.endDay(EVE.plusDays(1));
            assertThat(since(harness, before))
                    .hasSize(2)
                    .allMatch(order -> order.state() == PurchaseState.CANCELLED)
                    .allMatch(order -> BRANDS.get(order.item()).equals("Corvino"));
        }
    }

    @Test
    void aLateForecastIsPlannedFor() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            LocalDate day = EVE.plusDays(1);
            harness.endDay(EVE.plusDays(1));
            int before = harness.orders().size();
            harness.forecast("I2", EVE, 9);
            harness.processWatermark(Channels.endOf(day.plusDays(1)).toEpochMilli());
            List<PlanSummary> summaries = harness.side(SupplierPlanOperator.SUMMARIES);
            assertThat(summaries).extracting(PlanSummary::items).containsExactly(4, 2);
            assertThat(summaries.get(1).changedUnits()).isPositive();
            List<PurchaseOrder> after =
                    since(harness, before).stream()
                            .filter(order -> order.item().equals("I2"))
                            .toList();
            assertThat(after)
                    .extracting(order -> order.state().label())
                    .containsExactly("cancelled", "proposed");
            assertThat(after.get(1).quantity()).isGreaterThan(after.get(0).quantity());
            assertThat(after.get(1).purchaseOrder()).isNotEqualTo(after.get(0).purchaseOrder());
        }
    }

    @Test
    void theNextPlanOfTheCalendarPlansAll() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 1, 0);
            harness.endDay(EVE.plusDays(1));
            forecasts(harness, EVE.plusDays(7));
            harness.endDay(EVE.plusDays(7));
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES))
                    .extracting(
                            summary ->
                                    "%s %d %s"
                                            .formatted(
                                                    summary.planVersion(),
                                                    summary.items(),
                                                    summary.cause()))
                    .containsExactly(
                            "East-2026-03-02-r1 4 calendar",
                            "East-2026-03-03-r1 2 events",
                            "East-2026-03-09-r1 4 calendar");
        }
    }

    /** A count in the morning does not hold what comes that day. */
    @Test
    void anOrderDueTodayIsStillToCome() throws Exception {
        assertThat(plannedOnArrivalDay(false)).isLessThan(plannedOnArrivalDay(true));
    }

    /** Units planned for I0 on the day on which its first order is due, or falls away. */
    private static long plannedOnArrivalDay(boolean cancelled) throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            PurchaseOrder due =
                    harness.orders().stream()
                            .filter(order -> order.item().equals("I0"))
                            .findFirst()
                            .orElseThrow();
            LocalDate day = due.arrivalDay();
            int at = (int) (day.toEpochDay() - EVE.toEpochDay());
            harness.endDay(EVE.plusDays(at - 1));
            if (cancelled) {
                var step =
                        SupplyStory.purchaseStep(
                                due.purchaseOrder(), "East", PurchaseState.CANCELLED, 0, at - 1);
                send(harness, SupplyEvent.of(step), at);
            }
            send(harness, SupplyEvent.of(SupplyStory.terms("Corvino", "East", 2, day, null)), at);
            harness.endDay(EVE.plusDays(at));
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES)).hasSize(2);
            return lines(harness, "East-%s-r1".formatted(day.plusDays(1))).stream()
                    .filter(line -> line.item().equals("I0"))
                    .mapToLong(PlanLine::quantity)
                    .sum();
        }
    }

    /** The calendar plans at the end of the seventh day; events of that day come before it. */
    @Test
    void theLastDayBeforeTheCalendarsPlanIsPlannedAgainAsOftenAsNeeded() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 7, 90);
            harness.processWatermark(noon(7) + 2_000);
            var level = SupplyStory.level("I2", "main", EVE.plusDays(7), 90);
            harness.processElement(SupplyEvent.of(level).to("East"), noon(7) + 3_600_000);
            harness.endDay(EVE.plusDays(7));
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES))
                    .extracting(PlanSummary::planVersion)
                    .containsExactly(
                            "East-2026-03-02-r1", "East-2026-03-09-r1", "East-2026-03-09-r2");
        }
    }

    @Test
    void aNewCostIsProposedAnew() throws Exception {
        try (var harness = new SupplierHarness(calm())) {
            plan(harness);
            int before = harness.orders().size();
            send(harness, SupplyEvent.of(dearer(SupplyStory.item("I0", "Corvino", "East"))), 0);
            harness.processWatermark(Channels.endOf(EVE).toEpochMilli() + 2_000);
            List<PurchaseOrder> after =
                    since(harness, before).stream()
                            .filter(order -> order.item().equals("I0"))
                            .toList();
            assertThat(after)
                    .extracting(order -> order.state().label())
                    .containsExactly("cancelled", "proposed");
            assertThat(after.get(1).quantity()).isEqualTo(after.get(0).quantity());
            assertThat(after.get(1).unitCost())
                    .isEqualByComparingTo(after.get(0).unitCost().add(new BigDecimal("0.009")));
        }
    }

    private static CatalogueItem dearer(CatalogueItem item) {
        return new CatalogueItem(
                item.id(),
                item.time(),
                item.source(),
                item.item(),
                item.brand(),
                item.category(),
                item.supplier(),
                item.unitCost().add(new BigDecimal("0.01")),
                item.listPrice(),
                item.currency(),
                item.unitVolume(),
                item.shelfLifeDays(),
                item.launchedOn(),
                item.assumed());
    }

    @Test
    void nervousnessKeepsNearOrders() throws Exception {
        Configuration still = new Configuration();
        still.set(ReplanOptions.NERVOUSNESS, 1e5);
        still.set(ReplanOptions.FROZEN_DAYS, 14);
        still.set(ReplanOptions.STOCK_DAYS, 0.0);
        try (var harness = new SupplierHarness(still)) {
            plan(harness);
            count(harness, "I0", 1, 1);
            harness.endDay(EVE.plusDays(1));
            List<PlanSummary> summaries = harness.side(SupplierPlanOperator.SUMMARIES);
            assertThat(summaries).hasSize(2);
            assertThat(summaries.get(1).changedOrders()).isZero();
        }
    }

    @Test
    void eventsOfOneSecondArePlannedForTogether() throws Exception {
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 1, 0);
            count(harness, "I2", 1, 0);
            harness.endDay(EVE.plusDays(1));
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES))
                    .extracting(PlanSummary::items)
                    .containsExactly(4, 4);
        }
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        Configuration off = new Configuration();
        off.set(ReplanOptions.ON_EVENTS, false);
        try (var harness = new SupplierHarness(off)) {
            plan(harness);
            count(harness, "I0", 1, 0);
            harness.endDay(EVE.plusDays(1));
            assertThat(harness.side(SupplierPlanOperator.SUMMARIES)).hasSize(1);
        }
    }

    /** The event is in the snapshot, its replanning comes after it. */
    @Test
    void resumesFromASnapshot() throws Exception {
        List<Object> whole;
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 1, 0);
            harness.endDay(EVE.plusDays(1));
            whole = harness.all();
        }
        OperatorSubtaskState snapshot;
        List<Object> parts;
        try (var harness = new SupplierHarness(new Configuration())) {
            plan(harness);
            count(harness, "I0", 1, 0);
            harness.processWatermark(noon(1));
            snapshot = harness.snapshot(1, 1);
            parts = harness.all();
        }
        try (var harness = new SupplierHarness(new Configuration())) {
            harness.initializeState(snapshot);
            harness.open();
            harness.endDay(EVE.plusDays(1));
            parts.addAll(harness.all());
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(whole).anyMatch(row -> row instanceof PlanLine);
    }

    /** Keeps what it can. */
    private static Configuration calm() {
        Configuration calm = new Configuration();
        calm.set(ReplanOptions.NERVOUSNESS, 20.0);
        return calm;
    }

    private static void plan(SupplierHarness harness) throws Exception {
        harness.open();
        LocalDate from = EVE.minusDays(30);
        for (String brand : List.of("Corvino", "Nordlicht")) {
            send(harness, SupplyEvent.of(SupplyStory.terms(brand, "East", 1, from, null)), -1);
        }
        for (String item : BRANDS.keySet()) {
            String brand = BRANDS.get(item);
            send(harness, SupplyEvent.of(SupplyStory.item(item, brand, "East")), -1);
            count(harness, item, 0, 9);
        }
        forecasts(harness, EVE);
        harness.endDay(EVE.plusDays(0));
    }

    private static void forecasts(SupplierHarness harness, LocalDate madeOn) throws Exception {
        for (String item : BRANDS.keySet()) {
            harness.forecast(item, madeOn, 3);
        }
    }

    private static void count(SupplierHarness harness, String item, int day, long units)
            throws Exception {
        LocalDate on = EVE.plusDays(day);
        send(harness, SupplyEvent.of(SupplyStory.level(item, "main", on, units)), day);
    }

    private static void send(SupplierHarness harness, SupplyEvent event, int day) throws Exception {
        harness.processElement(event.to("East"), noon(day));
    }

    /** A little after full seconds, so that the replanning comes later. */
    private static long noon(int day) {
        return EVE.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli() + 20;
    }

    private static List<PlanLine> lines(SupplierHarness harness, String version) {
        return harness.extractOutputValues().stream()
                .filter(line -> line.planVersion().equals(version))
                .toList();
    }

    private static List<PurchaseOrder> since(SupplierHarness harness, int before) {
        List<PurchaseOrder> all = harness.orders();
        return all.subList(before, all.size());
    }
}
