package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    @Test
    void growsTheSplitThatGainsMost() {
        // g = chance - label at chance 0.5; h = 0.25. Between 2 and 3 both sides are pure:
        // left G = 1, H = 0.5, value -1 / 1.5; right G = -1, value 1 / 1.5.
        double[][] rows = {{1}, {2}, {3}, {4}};
        double[] g = {0.5, 0.5, -0.5, -0.5};
        double[] h = {0.25, 0.25, 0.25, 0.25};
        RegressionTree tree =
                new TreeGrower(rows, 1, 1).grow(g, h, new boolean[] {true, true, true, true});
        assertThat(tree.features()).containsExactly(0, -1, -1);
        assertThat(tree.thresholds()[0]).isEqualTo(2);
        assertThat(tree.value(new double[] {2})).isCloseTo(-1 / 1.5, within(1e-12));
        assertThat(tree.value(new double[] {2.1})).isCloseTo(1 / 1.5, within(1e-12));
    }

    @Test
    void sendsMissingValuesBelowEveryNumber() {
        double[][] rows = {{Double.NaN}, {-5}, {6}};
        double[] g = {1, -1, -1};
        double[] h = {0.25, 0.25, 0.25};
        RegressionTree tree =
                new TreeGrower(rows, 1, 1).grow(g, h, new boolean[] {true, true, true});
        assertThat(tree.value(new double[] {Double.NaN})).isNegative();
        assertThat(tree.value(new double[] {-1e9})).isPositive();
    }

    @Test
    void keepsLeavesLargeEnoughAndLeavesOutRowsNotTaken() {
        double[][] rows = {{1}, {2}, {3}, {4}};
        double[] g = {1, -1, -1, -1};
        double[] h = {0.25, 0.25, 0.25, 0.25};
        RegressionTree two =
                new TreeGrower(rows, 1, 2).grow(g, h, new boolean[] {true, true, true, true});
        assertThat(two.thresholds()[0]).isEqualTo(2);
        RegressionTree none =
                new TreeGrower(rows, 1, 1).grow(g, h, new boolean[] {true, false, false, false});
        assertThat(none.features()[0]).isEqualTo(-1);
        assertThat(none.value(rows[3])).isCloseTo(-1 / 1.25, within(1e-12));
    }

    @Test
    void comesCloseToTheTrueChancesOfAnInteraction() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] rows = new double[4000][2];
        boolean[] isPositive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextDouble(), random.nextDouble()};
            isPositive[i] = random.nextDouble() < truth(rows[i]);
        }
        BoostedTrees.Options options = new BoostedTrees.Options(3, 100, 2, 0.1, 20, 0.5, 1);
        BoostedTrees trees = BoostedTrees.train(rows, isPositive, options);
        for (double[] row : new double[][] {{0.2, 0.2}, {0.2, 0.8}, {0.8, 0.2}, {0.8, 0.8}}) {
            assertThat(trees.chance(row)).isCloseTo(truth(row), within(0.08));
        }
        assertThat(BoostedTrees.train(rows, isPositive, options).chance(rows[0]))
                .isEqualTo(trees.chance(rows[0]));
    }

    private static double truth(double[] row) {
        return row[0] > 0.5 && row[1] > 0.5 ? 0.8 : 0.1;
    }

    @Test
    void refusesOptionsThatDoNotFit() {
        assertThatThrownBy(() -> new BoostedTrees.Options(1, 0, 1, 0.1, 1, 1, 1))
                .hasMessage(
                        "The runs (1), rounds (0), depth (1) and leastRows (1) must be 1 or more.");
    }
}
