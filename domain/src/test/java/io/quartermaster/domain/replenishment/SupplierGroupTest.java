package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        SupplierPlan plan =
                new ReplenishmentPlanner(Optional.empty(), "greedy", 0).plan(group.problem());

        PlanRecords records = PlanRecords.of(group, plan, 3);

        assertThat(records.summary().planVersion()).isEqualTo("S-2026-03-02-r1");
        assertThat(records.summary().violations()).isZero();
        assertThat(records.purchaseOrders()).hasSize(1);
        PurchaseOrder first = records.purchaseOrders().get(0);
        assertThat(first.purchaseOrder()).isEqualTo("PO-S-2026-03-02-r1-A-main-d0");
        assertThat(first.arrivalDay()).isEqualTo(DAY.plusDays(1));
        assertThat(first.state()).isEqualTo("proposed");
        assertThat(records.lines().get(0).quantity()).isEqualTo(first.quantity());
        assertThat(records.lines().get(0).packs()).isEqualTo(first.quantity() / 3);
        assertThat(records.lines()).hasSizeGreaterThan(1);
        assertThat(records.lines().get(1).reason()).endsWith("; planned again before");
    }

    private static ReplenishmentProblem problem(BrandTerms... terms) {
        return group(List.of(terms), Optional.empty(), false).problem();
    }

    private static SupplierGroup group(
            List<BrandTerms> terms, Optional<StockPosition> position, boolean assumed) {
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
                        Map.of("A", item), terms, position.stream().toList(), List.of(forecast)),
                RULES);
    }

    private static BrandTerms terms(int version, LocalDate from, LocalDate to, int leadTime) {
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
                new BigDecimal("0.5"),
                100,
                3,
                from,
                to);
    }
}
