package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.StoragePlace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrandLossTest {

    /** A: 5 on hand, 4 on their way, 3 a day. B and C: 6 and 2 a day, each by its own supplier. */
    private static final List<ReplenishmentProblem> TODAY =
            List.of(
                    problem(item("A", 5, new double[] {0, 4, 0}, 3), item("B", 0, none(), 6)),
                    problem(item("C", 0, none(), 2)));

    @Test
    void sellsOffWhatIsThereAndLosesTheRest() {
        List<ReplenishmentProblem> without = new BrandLoss(Set.of("A"), 0).of(TODAY);
        PlannedItem gone = without.get(0).items().get(0);
        assertThat(gone.rules().orderDays()).containsOnly(false);
        assertThat(gone.arriving()).containsOnly(0);
        assertThat(gone.safetyStock()).isEqualTo(SafetyStock.NONE);
        assertThat(gone.endStock()).isZero();
        assertThat(without.get(1).items().get(0).demand()).containsExactly(2, 2, 2);

        // 5 of 9 are met: 3 on day 0, 2 on day 1.
        PlanOutcome outcome = outcome(without);
        assertThat(outcome.ofItems().demand()).isEqualTo(9);
        assertThat(outcome.ofItems().lost()).isEqualTo(4);
        assertThat(outcome.ofItems().fillRate()).isCloseTo(5.0 / 9, within(1e-12));
        assertThat(outcome.ofOthers().fillRate()).isEqualTo(1);
        assertThat(outcome.cost().lostSales()).isEqualTo(40);
        assertThat(outcome(TODAY).cost().lostSales()).isZero();
    }

    /** Unmet are 0, 1 and 3; half of it turns to B and C as 6 to 2. */
    @Test
    void turnsAShareOfUnmetDemandToTheOthersOfThePlace() {
        List<ReplenishmentProblem> without = new BrandLoss(Set.of("A"), 0.5).of(TODAY);
        assertThat(without.get(0).items().get(0).demand()).containsExactly(3, 2.5, 1.5);
        assertThat(without.get(0).items().get(1).demand()).containsExactly(6, 6.375, 7.125);
        assertThat(without.get(1).items().get(0).demand()).containsExactly(2, 2.125, 2.375);
    }

    @Test
    void leavesDemandLostWhereThereIsNothingElse() {
        List<ReplenishmentProblem> alone = List.of(problem(item("A", 0, none(), 3)));
        assertThat(new BrandLoss(Set.of("A"), 1).of(alone).get(0).items().get(0).demand())
                .containsExactly(3, 3, 3);
    }

    /** The other supplier plans a day more; on it nothing is known of A. */
    @Test
    void horizonsMayDiffer() {
        PlannedItem longer =
                new PlannedItem(
                        "D",
                        0,
                        new ItemCosts(2, 0, 0.1, 10, 0, 0),
                        new OrderRules(0, 1, 0, Long.MAX_VALUE, new boolean[4], 0),
                        0,
                        new double[4],
                        new double[] {3, 3, 3, 3},
                        SafetyStock.NONE,
                        0,
                        Double.POSITIVE_INFINITY,
                        1,
                        "terms");
        List<ReplenishmentProblem> today =
                List.of(
                        problem(item("A", 5, none(), 3)),
                        new ReplenishmentProblem(
                                4,
                                List.of(longer),
                                List.of(new CapacityPool("T", Double.POSITIVE_INFINITY)),
                                List.of(new StoragePlace("main", Double.POSITIVE_INFINITY))));

        assertThat(new BrandLoss(Set.of("A"), 1).of(today).get(1).items().get(0).demand())
                .containsExactly(3, 4, 6, 3);
    }

    @Test
    void refusesAShareAboveOne() {
        assertThatThrownBy(() -> new BrandLoss(Set.of(), 1.1))
                .hasMessage("The substitution (1.1) must be a share of 0 to 1.\nMaybe 0.3.");
    }

    private static PlanOutcome outcome(List<ReplenishmentProblem> problems) {
        ReplenishmentPlanner greedy = ReplenishmentPlanner.greedy("");
        return PlanOutcome.of(problems.stream().map(greedy::plan).toList(), Set.of("A"));
    }

    private static ReplenishmentProblem problem(PlannedItem... items) {
        return new ReplenishmentProblem(
                3,
                List.of(items),
                List.of(new CapacityPool("S", Double.POSITIVE_INFINITY)),
                List.of(new StoragePlace("main", Double.POSITIVE_INFINITY)));
    }

    private static double[] none() {
        return new double[3];
    }

    private static PlannedItem item(String name, double onHand, double[] arriving, double perDay) {
        return new PlannedItem(
                name,
                0,
                new ItemCosts(2, 0, 0.1, 10, 0, 0),
                new OrderRules(0, 1, 0, Long.MAX_VALUE, new boolean[] {true, true, true}, 0),
                onHand,
                arriving,
                new double[] {perDay, perDay, perDay},
                new SafetyStock(1, 1, 0.9),
                4,
                Double.POSITIVE_INFINITY,
                1,
                "terms");
    }
}
