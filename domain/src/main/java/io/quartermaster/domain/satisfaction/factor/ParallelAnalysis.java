package io.quartermaster.domain.satisfaction.factor;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;

/**
 * How many factors to keep (Horn 1965): those whose eigenvalue is above what columns that have
 * nothing in common reach by chance.
 *
 * @param thresholds eigenvalue of each rank that 95 % of random tables stay below, largest first
 */
public record ParallelAnalysis(double[] thresholds) {

    private static final double LEVEL = 0.95;

    /**
     * Draws tables of independent standard normal values.
     *
     * @param rows of each table, at least 3
     * @param columns of each table
     * @param draws number of tables, at least 1
     */
    public static ParallelAnalysis of(long rows, int columns, int draws, long seed) {
        if (rows < 3 || columns < 1 || draws < 1) {
            throw new IllegalArgumentException(
                    "The parallel analysis of %d rows, %d columns and %d draws cannot be made.\nMaybe at least 3, 1 and 1."
                            .formatted(rows, columns, draws));
        }
        Random random = new Random(seed);
        double[][] byRank = new double[columns][draws];
        for (int draw = 0; draw < draws; draw++) {
            double[] eigenvalues = eigenvalues(rows, columns, random);
            for (int rank = 0; rank < columns; rank++) {
                byRank[rank][draw] = eigenvalues[rank];
            }
        }
        return new ParallelAnalysis(
                Arrays.stream(byRank).mapToDouble(ParallelAnalysis::quantile).toArray());
    }

    private static double[] eigenvalues(long rows, int columns, Random random) {
        Covariance covariance = Covariance.of(columns);
        double[] row = new double[columns];
        for (long i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
            covariance = covariance.plus(row);
        }
        return CorrelationMatrix.of(Collections.nCopies(columns, ""), covariance).eigenvalues();
    }

    private static double quantile(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = LEVEL * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Number of factors to keep: leading eigenvalues above their threshold; may be 0. */
    public int factors(double[] eigenvalues) {
        int factors = 0;
        while (factors < eigenvalues.length && eigenvalues[factors] > thresholds[factors]) {
            factors++;
        }
        return factors;
    }
}
