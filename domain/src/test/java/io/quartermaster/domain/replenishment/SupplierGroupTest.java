package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.PurchaseState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupplierGroupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final PlanningRules RULES =
            new PlanningRules(
                    10,
                    DAY,
                    0.95,
                    0.365,
                    0,
                    1,
                    Double.POSITIVE_INFINITY,
                    5,
                    new PlanningRules.DefaultTerms(3, 5, 2, 4, 50));

    @Test
    void bindsTheHighestVersionOfTheTermsThatHold() {
        ReplenishmentProblem problem =
                problem(
                        terms(1, DAY.minusDays(30), null, 2),
                        terms(2, DAY.minusDays(3), null, 4),
                        terms(3, DAY.plusDays(1), null, 6));
        PlannedItem item = problem.items().get(0);
        assertThat(item.terms()).isEqualTo("terms version 2");
        assertThat(item.rules().leadTimeDays()).isEqualTo(4);
        assertThat(item.costs().unit()).isCloseTo(8 * 0.5, within(1e-12));
        assertThat(item.costs().lostSale()).isCloseTo(20, within(1e-12));
        assertThat(item.costs().holdingPerDay()).isCloseTo(4 * 0.001, within(1e-12));
        assertThat(problem.pools()).containsExactly(new CapacityPool("S/Nord", 100));
    }

    @Test
    void ordersOnlyOnOrderDaysUntilTheTermsEnd() {
        PlannedItem item = problem(terms(1, DAY.minusDays(30), DAY.plusDays(5), 1)).items().get(0);
        assertThat(item.rules().orderDays())
                .containsExactly(
                        true, false, false, true, false, false, false, false, false, false);
        assertThat(item.endStock()).isZero();
    }

    @Test
    void ordersNothingOfABrandWhoseTermsHaveEnded() {
        PlannedItem item = problem(terms(1, DAY.minusDays(30), DAY.minusDays(1), 1)).items().get(0);
        assertThat(item.rules().orderDays()).doesNotContain(true);
        assertThat(item.terms()).isEqualTo("no terms of Nord hold on 2026-03-02");
    }

    /** Version 2 holds from the sixth day on: other lead time and price, and its own end. */
    @Test
    void bindsEachOrderDayByTheTermsThatHoldOnIt() {
        BrandTerms now = terms(1, DAY.minusDays(30), null, 1);
        BrandTerms soon =
                agreed(
                        2,
                        DAY.plusDays(5),
                        DAY.plusDays(8),
                        2,
                        new BigDecimal("0.4"),
                        60,
                        "",
                        "",
                        0,
                        0);

        ReplenishmentProblem problem = problem(now, soon);

        PlannedItem item = problem.items().get(0);
        assertThat(days(item)).containsExactly(0, 3, 6);
        assertThat(item.rules(3).leadTimeDays()).isEqualTo(1);
        assertThat(item.rules(6).leadTimeDays()).isEqualTo(2);
        assertThat(item.unitCost(3, 6)).isCloseTo(8 * 0.5, within(1e-12));
        assertThat(item.unitCost(6, 6)).isCloseTo(8 * 0.4, within(1e-12));
        assertThat(item.terms(3)).isEqualTo("terms version 1");
        assertThat(item.terms(6)).isEqualTo("terms version 2");
        assertThat(problem.capacityPerDay(item, 3)).isEqualTo(100);
        assertThat(problem.capacityPerDay(item, 6)).isEqualTo(60);
        assertThat(problem.pools())
                .containsExactly(
                        new CapacityPool("S/Nord", 100),
                        new CapacityPool("S/Nord from 2026-03-07", 60));
        assertThat(item.endStock()).as("version 1 holds again").isPositive();
        SupplierPlan plan = ReplenishmentPlanner.greedy("greedy").plan(problem);
        assertThat(plan.violations()).isEmpty();
        assertThat(plan.plan().orders()[0][6]).isPositive();
    }

    @Test
    void plansTermsThatBeginWithinTheHorizonFromTheirFirstDayOn() {
        PlannedItem item = problem(terms(1, DAY.plusDays(4), null, 1)).items().get(0);
        assertThat(days(item)).containsExactly(6);
        assertThat(item.unitCost(6, 6)).isCloseTo(4, within(1e-12));
        assertThat(item.terms(0)).isEqualTo("no terms of Nord hold on 2026-03-02");
        assertThat(item.terms(6)).isEqualTo("terms version 1");
    }

    /** 2026-03-02 is a Monday. */
    @Test
    void takesOrdersOnTheWeekdaysOfTheCalendar() {
        BrandTerms terms =
                agreed(1, DAY.minusDays(30), null, 1, BigDecimal.ONE, 100, "thu sun", "", 0, 0);
        PlannedItem item = problem(terms).items().get(0);
        assertThat(days(item)).containsExactly(3, 6);
        assertThat(item.safetyStock().riskDays())
                .as("lead time 1; every third day that is a Thursday or Sunday: 3, 6, 24, 27")
                .isEqualTo(1 + 18);
    }

    /** Made for 2 days first; 4 days to 12 a day: 3, 6, 9, 12. The smallest order is 6. */
    @Test
    void waitsForProductionAndItsRamp() {
        BrandTerms terms =
                new BrandTerms(
                        "t1",
                        Instant.EPOCH,
                        "test",
                        "Nord",
                        "S",
                        1,
                        1,
                        6,
                        3,
                        BigDecimal.ONE,
                        12,
                        1,
                        "",
                        "",
                        2,
                        4,
                        false,
                        "",
                        DAY,
                        null);
        ReplenishmentProblem problem = problem(terms);
        PlannedItem item = problem.items().get(0);
        assertThat(days(item)).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(problem.capacityPerDay(item, 3)).isEqualTo(6);
        assertThat(problem.capacityPerDay(item, 4)).isEqualTo(9);
        assertThat(problem.capacityPerDay(item, 5)).isEqualTo(12);
        assertThat(problem.impossibleTerms()).isEmpty();
    }

    /** 2 a day are sold: an order of 30 at half the price is worth its holding. */
    @Test
    void reachesForAPriceTierThatPays() {
        BrandTerms terms =
                agreed(1, DAY.minusDays(30), null, 1, BigDecimal.ONE, 100, "", "30:0.2", 0, 0);
        ReplenishmentProblem problem = problem(terms);
        PlannedItem item = problem.items().get(0);
        assertThat(item.unitCost(0, 29)).isEqualTo(8);
        assertThat(item.unitCost(0, 30)).isCloseTo(1.6, within(1e-12));
        double[][] wanted = new double[1][problem.horizonDays()];
        wanted[0][0] = 24;

        OrderPlan plan = PackRepair.repair(problem, wanted);

        long first = plan.orders()[0][0];
        assertThat(first).isGreaterThanOrEqualTo(30);
        assertThat(plan.cost().purchase()).isCloseTo(first * 1.6, within(1e-9));
        double[] cost = new PlanProgramme(problem).programme().orderCost();
        assertThat(cost[0]).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void ordersNothingOfABrandThatIsSuspendedOrHasEnded() {
        List<BrandTerms> terms = List.of(terms(1, DAY.minusDays(30), null, 1));
        for (BrandStage stage : BrandStage.values()) {
            PlannedItem item =
                    group(terms, Optional.empty(), false, Map.of("Nord", stage))
                            .problem()
                            .items()
                            .get(0);
            boolean stopped = stage == BrandStage.SUSPENDED || stage == BrandStage.ENDED;
            assertThat(days(item).isEmpty()).as("%s", stage).isEqualTo(stopped);
            assertThat(item.endStock() == 0).as("%s", stage).isEqualTo(stopped);
        }
        PlannedItem withoutTerms =
                group(List.of(), Optional.empty(), false, Map.of("Nord", BrandStage.ENDED))
                        .problem()
                        .items()
                        .get(0);
        assertThat(days(withoutTerms)).isEmpty();
        assertThat(withoutTerms.terms()).isEqualTo("Nord is ended");
    }

    @Test
    void takesTheDefaultsForABrandThatNeverHadTerms() {
        PlannedItem item = problem().items().get(0);
        assertThat(item.rules().leadTimeDays()).isEqualTo(3);
        assertThat(item.rules().packUnits()).isEqualTo(2);
        assertThat(item.rules().smallestOrder()).isEqualTo(4);
        assertThat(item.terms()).isEqualTo("default terms, none are agreed");
    }

    @Test
    void looksAheadUntilAnOrderOfTheFirstDayHasLastedItsReviewPeriod() {
        ReplenishmentProblem problem = problem(terms(1, DAY.minusDays(30), null, 12));
        assertThat(problem.horizonDays()).isEqualTo(12 + 3);
        assertThat(problem.items().get(0).demand()[14]).isCloseTo(2, within(1e-12));
    }

    @Test
    void countsWhatIsOnItsWay() {
        StockPosition position =
                StockPosition.unknown("A", "main")
                        .counted(7, DAY.minusDays(1), BigDecimal.ONE, LotOrder.FIFO)
                        .ordered(new OpenOrder("P", DAY.plusDays(2), 6, BigDecimal.ONE));
        PlannedItem item = group(List.of(), Optional.of(position), false).problem().items().get(0);
        assertThat(item.onHand()).isEqualTo(7);
        assertThat(item.arriving()).containsExactly(0, 0, 6, 0, 0, 0, 0, 0, 0, 0);
    }

    /** 5 days of 2 units a day; an item of a real catalogue starts with none. */
    @Test
    void assumesStockOnlyOfAssumedItems() {
        SupplierGroup assumed = group(List.of(), Optional.empty(), true);
        assertThat(assumed.problem().items().get(0).onHand()).isEqualTo(10);
        assertThat(assumed.members().get(0).assumed()).isTrue();
        SupplierGroup real =
                group(List.of(terms(1, DAY.minusDays(9), null, 1)), Optional.empty(), false);
        assertThat(real.problem().items().get(0).onHand()).isZero();
        assertThat(real.members().get(0).assumed()).isFalse();
    }

    @Test
    void givesRowsThatNameVersionAndOrder() {
        SupplierGroup group =
                group(List.of(terms(1, DAY.minusDays(9), null, 1)), Optional.empty(), false);
        SupplierPlan plan = ReplenishmentPlanner.greedy("greedy").plan(group.problem());

        PlanRecords records =
                PlanRecords.of(
                        group,
                        plan,
                        PlanVersion.of(
                                "S", group.planDay(), 1, PlanVersion.CALENDAR, Instant.EPOCH),
                        new PlanChanges(2, 5),
                        3);

        assertThat(records.summary().planVersion()).isEqualTo("S-2026-03-02-r1");
        assertThat(records.summary().cause()).isEqualTo("calendar");
        assertThat(records.summary().changedOrders()).isEqualTo(2);
        assertThat(records.summary().changedUnits()).isEqualTo(5);
        assertThat(records.summary().violations()).isZero();
        assertThat(records.purchaseOrders()).hasSize(1);
        PurchaseOrder first = records.purchaseOrders().get(0);
        assertThat(first.purchaseOrder()).isEqualTo("PO-S-2026-03-02-r1-A-main-d0");
        assertThat(first.arrivalDay()).isEqualTo(DAY.plusDays(1));
        assertThat(first.state()).isEqualTo(PurchaseState.PROPOSED);
        assertThat(records.lines().get(0).quantity()).isEqualTo(first.quantity());
        assertThat(records.lines().get(0).packs()).isEqualTo(first.quantity() / 3);
        assertThat(records.lines()).hasSizeGreaterThan(1);
        assertThat(records.lines().get(1).reason()).endsWith("; planned again before");
    }

    private static List<Integer> days(PlannedItem item) {
        return IntStream.range(0, item.demand().length).filter(item::canOrder).boxed().toList();
    }

    private static BrandTerms agreed(
            int version,
            LocalDate from,
            LocalDate to,
            int leadTime,
            BigDecimal costFactor,
            long capacity,
            String weekdays,
            String tiers,
            int productionLead,
            int ramp) {
        return new BrandTerms(
                "t" + version,
                Instant.EPOCH,
                "test",
                "Nord",
                "S",
                version,
                leadTime,
                6,
                3,
                costFactor,
                capacity,
                3,
                weekdays,
                tiers,
                productionLead,
                ramp,
                false,
                "",
                from,
                to);
    }

    private static ReplenishmentProblem problem(BrandTerms... terms) {
        return group(List.of(terms), Optional.empty(), false).problem();
    }

    private static SupplierGroup group(
            List<BrandTerms> terms, Optional<StockPosition> position, boolean assumed) {
        return group(terms, position, assumed, Map.of());
    }

    private static SupplierGroup group(
            List<BrandTerms> terms,
            Optional<StockPosition> position,
            boolean assumed,
            Map<String, BrandStage> stages) {
        CatalogueItem item =
                new CatalogueItem(
                        "i",
                        Instant.EPOCH,
                        "test",
                        "A",
                        "Nord",
                        "",
                        "S",
                        new BigDecimal("8"),
                        new BigDecimal("20"),
                        "EUR",
                        1,
                        0,
                        null,
                        assumed);
        double[] mean = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
        double[] sums = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20};
        double[] upper = {4, 7, 10, 12, 15, 17, 20, 22, 25, 27};
        ItemForecast forecast = new ItemForecast("A", "main", DAY.minusDays(1), mean, sums, upper);
        return SupplierGroup.of(
                "S",
                DAY,
                new SupplierGroup.Knowledge(
                        Map.of("A", item),
                        terms,
                        stages,
                        position.stream().toList(),
                        List.of(forecast)),
                RULES);
    }

    private static BrandTerms terms(int version, LocalDate from, LocalDate to, int leadTime) {
        return BrandTerms.plain(
                "t" + version,
                Instant.EPOCH,
                "test",
                "Nord",
                "S",
                version,
                leadTime,
                6,
                3,
                new BigDecimal("0.5"),
                100,
                3,
                from,
                to);
    }
}
