package io.quartermaster.domain.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected values by NumPy in the dense form S (S' W⁻¹ S)⁻¹ S' W⁻¹ ŷ, with the shrinkage as the R
 * package hts computes it: two brands by two places.
 */
class MinTraceTest {

    private static final Hierarchy HIERARCHY =
            new Hierarchy(
                    4,
                    List.of(
                            new int[] {0, 1, 2, 3},
                            new int[] {0, 1},
                            new int[] {2, 3},
                            new int[] {0, 2},
                            new int[] {1, 3}));
    private static final double[] BASE = {104, 60, 41, 55, 52, 31, 26, 22, 19};
    private static final double[][] ERRORS = {
        {10.6, 1.7, -2.0, -9.4, 0.1, 1.3, -0.4, -4.6},
        {6.3, -0.6, 1.9, -9.1, -2.9, -1.7, 1.9, -2.2},
        {3.8, 0.2, 1.2, -5.8, -2.0, -1.4, 0.9, 1.1},
        {5.9, 1.1, -0.4, -9.9, -2.0, -2.4, 0.8, -2.6},
        {3.7, 2.0, -0.1, -7.3, -1.4, -1.7, -1.1, -1.9},
        {1.3, 0.6, 1.2, -2.9, 0.6, 0.4, 1.3, -2.4},
        {4.0, -0.1, -0.1, -4.7, 0.0, 0.0, -0.3, -0.4},
        {1.1, 0.6, 0.2, -2.9, 0.2, 1.6, -1.1, 0.3},
        {1.7, 1.3, 0.3, -1.5, 0.0, -0.2, -0.8, 0.1}
    };
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void equalsTheDenseFormWithShrunkCovariance() {
        ErrorCovariance covariance = ErrorCovariance.of(ERRORS);
        assertThat(covariance.shrinkage()).isCloseTo(0.48951645275697053, within(1e-12));
        assertThat(new MinTrace(HIERARCHY, covariance).reconcile(BASE))
                .containsExactly(
                        new double[] {
                            101.0372968055,
                            59.4883389044,
                            41.5489579011,
                            53.4188164781,
                            47.6184803274,
                            31.2199679773,
                            28.268370927,
                            22.1988485007,
                            19.3501094004
                        },
                        CLOSE);
    }

    /** Correlations as large as they can be leave nothing between totals and their sums. */
    @Test
    void leavesCorrelationsOutWhereTheyLeaveNothing() {
        double[] variances = {16, 9, 9, 9, 9, 4, 1, 4, 1};
        double[][] coherentErrors = new double[9][1];
        ErrorCovariance singular = new ErrorCovariance(variances, coherentErrors, 0);
        assertThat(new MinTrace(HIERARCHY, singular).reconcile(BASE))
                .containsExactly(
                        new MinTrace(HIERARCHY, ErrorCovariance.uncorrelated(variances))
                                .reconcile(BASE));
    }

    @Test
    void equalsWeightedLeastSquaresWithoutCorrelations() {
        ErrorCovariance covariance =
                ErrorCovariance.uncorrelated(new double[] {16, 9, 9, 9, 9, 4, 1, 4, 1});
        assertThat(new MinTrace(HIERARCHY, covariance).reconcile(BASE))
                .containsExactly(
                        new double[] {
                            101.18594551914725,
                            59.1286870452879,
                            42.05725847385934,
                            54.642321358073424,
                            46.543624161073815,
                            32.249732107608146,
                            26.87895493767977,
                            22.392589250465285,
                            19.664669223394053
                        },
                        CLOSE);
    }

    @Test
    void leavesForecastsThatAddUpAsTheyAre() {
        double[] coherent = {100, 60, 40, 55, 45, 32, 28, 23, 17};
        double[] reconciled =
                new MinTrace(HIERARCHY, ErrorCovariance.of(ERRORS)).reconcile(coherent);
        assertThat(reconciled).containsExactly(coherent, CLOSE);
    }

    /** Five thousand series in sixty totals of two kinds. */
    @Test
    void thousandsOfSeriesAddUp() {
        Random random = new Random(5);
        int series = 5000;
        List<List<Integer>> totals = new ArrayList<>();
        for (int total = 0; total < 60; total++) {
            totals.add(new ArrayList<>());
        }
        for (int one = 0; one < series; one++) {
            totals.get(one % 50).add(one);
            totals.get(50 + one % 9).add(one);
        }
        totals.removeIf(List::isEmpty);
        Hierarchy hierarchy =
                new Hierarchy(
                        series,
                        totals.stream()
                                .map(total -> total.stream().mapToInt(one -> one).toArray())
                                .toList());
        double[][] errors = new double[hierarchy.nodes()][28];
        double[] base = new double[hierarchy.nodes()];
        for (int node = 0; node < errors.length; node++) {
            base[node] = node < hierarchy.totals() ? 300 : 5;
            for (int time = 0; time < 28; time++) {
                errors[node][time] = random.nextGaussian() * (node < hierarchy.totals() ? 20 : 2);
            }
        }
        double[] coherent = new MinTrace(hierarchy, ErrorCovariance.of(errors)).reconcile(base);
        for (double gap : hierarchy.gaps(coherent)) {
            assertThat(gap).isCloseTo(0, within(1e-6));
        }
        assertThat(coherent).isNotEqualTo(base);
    }

    @Test
    void refusesMoreTotalsThanItCanHold() {
        List<int[]> totals = Collections.nCopies(2001, new int[] {0});
        Hierarchy hierarchy = new Hierarchy(1, totals);
        ErrorCovariance covariance = ErrorCovariance.uncorrelated(new double[2002]);
        assertThatThrownBy(() -> new MinTrace(hierarchy, covariance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The totals (2001) must be at most 2000.\nMaybe reconcile the upper levels, and add the lower ones up.");
    }

    @Test
    void refusesErrorsOfOtherNodes() {
        ErrorCovariance covariance = ErrorCovariance.uncorrelated(new double[3]);
        assertThatThrownBy(() -> new MinTrace(HIERARCHY, covariance))
                .hasMessage("The variances (3) must be as many as the nodes (9).");
        assertThatThrownBy(() -> ErrorCovariance.of(new double[9][1]))
                .hasMessage(
                        "The errors of each node (1) must be 2 or more.\nMaybe take them as uncorrelated.");
    }
}
