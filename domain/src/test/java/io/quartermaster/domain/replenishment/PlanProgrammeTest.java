package io.quartermaster.domain.replenishment;

import static io.quartermaster.domain.replenishment.ItemBuilder.item;
import static io.quartermaster.domain.replenishment.ItemBuilder.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.optimisation.LinearStatus;
import org.junit.jupiter.api.Test;

class PlanProgrammeTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /**
     * Demand 5 and 7, 3 on hand, 2 on their way, lead time 1, capacity 8, order cost 4: x = (order
     * of day 0, lost 0, lost 1, capacity left of days 0 and 1), y = (stock 0, stock 1).
     */
    @Test
    void writesTheRowsOfAHandWorkedPlan() {
        PlainProgramme programme =
                new PlanProgramme(
                                problem(
                                        8,
                                        NONE,
                                        item("A", 5, 7)
                                                .onHand(3)
                                                .arriving(1, 2)
                                                .leadTimeDays(1)
                                                .costs(new ItemCosts(2, 4, 0.1, 10, 1, 3))))
                        .programme();

        assertThat(programme.orderCost()).containsExactly(2 + 4 / 8.0, 10, 10, 0, 0);
        assertThat(programme.orderLimit()).containsExactly(NONE, 5, 7, NONE, NONE);
        assertThat(programme.stockCost()).containsExactly(0.1, 0.1);
        assertThat(programme.stockLimit()).containsExactly(NONE, NONE);
        assertThat(programme.demand()).containsExactly(5 - 3, 7 - 2, 8, 8);
        assertThat(dense(programme.arrivals()))
                .isDeepEqualTo(
                        new double[][] {
                            {0, 1, 0, 0, 0}, {1, 0, 1, 0, 0}, {1, 0, 0, 1, 0}, {0, 0, 0, 0, 1}
                        });
        assertThat(dense(programme.balance()))
                .isDeepEqualTo(new double[][] {{-1, 0}, {1, -1}, {0, 0}, {0, 0}});
    }

    /** Below the safety stock (4) a unit saves 1 a day; up to the end stock (6) another 3. */
    @Test
    void splitsStockAtTheSafetyStockAndTheEndStock() {
        PlanProgramme programme =
                new PlanProgramme(problem(item("A", 5, 7).safetyStock(4).endStock(6).maxStock(20)));

        assertThat(programme.programme().stockCost())
                .containsExactly(
                        new double[] {0.1 - 1, 0.1, 0.1 - 1 - 3, 0.1 - 3, 0.1}, within(1e-12));
        assertThat(programme.programme().stockLimit()).containsExactly(4, 16, 4, 2, 14);
        assertThat(programme.constant()).isCloseTo(4 * 1 * 2 + 6 * 3, within(1e-12));
    }

    @Test
    void readsPricesAsPositiveNumbersFromTheDualsOfTheirRows() {
        PlanProgramme programme =
                new PlanProgramme(problem(8, 50, item("A", 5, 7).volume(1).leadTimeDays(1)));
        double[] duals = {2, 3, -0.5, 0, -0.25, 0};
        PlainSolution solution =
                new PlainSolution(
                        LinearStatus.OPTIMAL,
                        0,
                        new double[] {6, 0, 0, 2, 8},
                        new double[4],
                        duals,
                        new double[5],
                        new double[4],
                        3);

        assertThat(programme.orders(solution)).isDeepEqualTo(new double[][] {{6, 0}});
        assertThat(programme.capacityPrices(solution)).isDeepEqualTo(new double[][] {{0.5, 0}});
        assertThat(programme.volumePrices(solution)).isDeepEqualTo(new double[][] {{0.25, 0}});
    }

    private static double[][] dense(SparseMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int i = matrix.rowStarts()[row]; i < matrix.rowStarts()[row + 1]; i++) {
                rows[row][matrix.columnIndexes()[i]] += matrix.values()[i];
            }
        }
        return rows;
    }
}
