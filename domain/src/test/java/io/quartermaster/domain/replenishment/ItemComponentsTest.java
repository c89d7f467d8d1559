package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemComponentsTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void itemsHangTogetherThroughTheirSupplier() {
        ReplenishmentProblem problem =
                problem(List.of(10.0, 20.0), NONE, item(0, 0), item(1, 0), item(0, 1), item(1, 1));
        assertThat(ItemComponents.of(problem)).containsExactly(0, 1, 0, 1);
        assertThat(ItemComponents.touching(problem, new boolean[] {false, false, true, false}))
                .containsExactly(0, 2);
        assertThat(ItemComponents.touching(problem, new boolean[4])).isEmpty();
    }

    @Test
    void aPlaceWithALimitJoinsSuppliers() {
        ReplenishmentProblem problem =
                problem(List.of(10.0, 20.0), 50, item(0, 0), item(1, 1), item(1, 0), item(0, 1));
        assertThat(ItemComponents.of(problem)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void limitsWithoutEndJoinNothing() {
        ReplenishmentProblem problem = problem(List.of(NONE), NONE, item(0, 0), item(0, 0));
        assertThat(ItemComponents.of(problem)).containsExactly(0, 1);
    }

    @Test
    void aBudgetJoinsTheItemsItCounts() {
        ReplenishmentProblem apart = problem(List.of(NONE), NONE, item(0, 0), item(0, 0));
        ReplenishmentProblem joined =
                new ReplenishmentProblem(
                        2,
                        apart.items(),
                        apart.pools(),
                        apart.places(),
                        List.of(new MoneyLimit("budget", "all", 0, 0, 100, Set.of())));
        assertThat(ItemComponents.of(joined)).containsExactly(0, 0);
    }

    private static PlannedItem item(int pool, int place) {
        return new PlannedItem(
                "A",
                place,
                new ItemCosts(1, 0, 0.1, 5, 0, 0),
                new OrderRules(0, 1, 0, Long.MAX_VALUE, new boolean[] {true, true}, pool),
                0,
                new double[2],
                new double[] {1, 1},
                SafetyStock.NONE,
                0,
                NONE,
                1,
                "");
    }

    private static ReplenishmentProblem problem(
            List<Double> capacities, double volume, PlannedItem... items) {
        return new ReplenishmentProblem(
                2,
                List.of(items),
                capacities.stream().map(units -> new CapacityPool("S" + units, units)).toList(),
                List.of(new StoragePlace("main", volume), new StoragePlace("north", volume)));
    }
}
