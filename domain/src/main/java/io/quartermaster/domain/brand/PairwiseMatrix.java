package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Pairwise judgements on Saaty's scale: a_ij says how many times i is worth j, a_ji = 1 / a_ij.
 *
 * <p>Weights are the principal right eigenvector by power iteration (Saaty 1980). A pair that
 * nobody judged takes the value that makes the whole least inconsistent (least principal
 * eigenvalue; Bozoki, Fulop and Ronyai 2010), found by a golden-section search pair after pair.
 */
public final class PairwiseMatrix {

    private static final double RECIPROCAL_TOLERANCE = 0.01;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double LOG_RANGE = Math.log(100);

    private final List<String> names;
    private final double[][] values;

    private PairwiseMatrix(List<String> names, double[][] values) {
        this.names = List.copyOf(names);
        this.values = values;
    }

    /**
     * A whole matrix.
     *
     * @throws IllegalArgumentException when it is not square, positive and reciprocal
     */
    public static PairwiseMatrix of(String place, List<String> names, double[][] matrix) {
        int n = names.size();
        if (matrix.length != n) {
            throw notSquare(place, "rows", matrix.length, n);
        }
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw notSquare(place, "columns in row " + (i + 1), matrix[i].length, n);
            }
            for (int j = 0; j < n; j++) {
                checkPositive(place, names.get(i), names.get(j), matrix[i][j]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                checkReciprocal(place, names, i, j, matrix);
                // The larger of the two is given with more digits: 3 rather than 0.333.
                boolean upper = matrix[i][j] >= matrix[j][i];
                values[i][j] = i == j ? 1 : upper ? matrix[i][j] : 1 / matrix[j][i];
                values[j][i] = i == j ? 1 : upper ? 1 / matrix[i][j] : matrix[j][i];
            }
        }
        return new PairwiseMatrix(names, values);
    }

    /**
     * Judged pairs, {@code "a|b"} to how many times a is worth b; pairs may be missing as long as
     * every two names are joined by judgements.
     *
     * @throws IllegalArgumentException on an unknown name, a pair judged twice, names not joined
     */
    public static PairwiseMatrix of(String place, List<String> names, Map<String, Double> pairs) {
        int n = names.size();
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i][i] = 1;
        }
        pairs.forEach((pair, value) -> put(place, names, values, pair, value));
        checkJoined(place, names, values);
        return new PairwiseMatrix(names, completed(values));
    }

    private static void put(
            String place, List<String> names, double[][] values, String pair, double value) {
        int bar = pair.indexOf('|');
        int i = bar < 0 ? -1 : names.indexOf(pair.substring(0, bar).strip());
        int j = bar < 0 ? -1 : names.indexOf(pair.substring(bar + 1).strip());
        if (i < 0 || j < 0 || i == j) {
            throw new IllegalArgumentException(
                    "The pair (%s) of (%s) must name two of %s with a bar between.\nMaybe \"%s|%s\"."
                            .formatted(pair, place, names, names.get(0), names.get(1)));
        }
        checkPositive(place, names.get(i), names.get(j), value);
        boolean twice = values[i][j] != 0 && Math.abs(values[i][j] / value - 1) > 1e-9;
        if (twice) {
            throw new IllegalArgumentException(
                    "The pair (%s) of (%s) is judged twice: %s and %s.\nMaybe leave one out."
                            .formatted(pair, place, value, values[i][j]));
        }
        values[i][j] = value;
        values[j][i] = 1 / value;
    }

    private static void checkJoined(String place, List<String> names, double[][] values) {
        boolean[] reached = new boolean[names.size()];
        reach(values, 0, reached);
        for (int i = 0; i < reached.length; i++) {
            if (!reached[i]) {
                throw new IllegalArgumentException(
                        "The judgements of (%s) do not join (%s) with (%s).\nMaybe add the pair \"%s|%s\"."
                                .formatted(
                                        place,
                                        names.get(0),
                                        names.get(i),
                                        names.get(0),
                                        names.get(i)));
            }
        }
    }

    private static void reach(double[][] values, int from, boolean[] reached) {
        reached[from] = true;
        for (int j = 0; j < reached.length; j++) {
            if (!reached[j] && values[from][j] > 0) {
                reach(values, j, reached);
            }
        }
    }

    private static double[][] completed(double[][] values) {
        int n = values.length;
        List<int[]> missing = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (values[i][j] == 0) {
                    missing.add(new int[] {i, j});
                    set(values, i, j, 1);
                }
            }
        }
        for (int round = 0; round < (missing.size() > 1 ? 60 : 1) && !missing.isEmpty(); round++) {
            double moved = 0;
            for (int[] pair : missing) {
                double before = Math.log(values[pair[0]][pair[1]]);
                moved = Math.max(moved, Math.abs(bestLog(values, pair) - before));
            }
            if (moved < 1e-9) {
                break;
            }
        }
        return values;
    }

    /** The principal eigenvalue is convex in the logarithm of an entry, so the search finds it. */
    private static double bestLog(double[][] values, int[] pair) {
        double low = -LOG_RANGE;
        double high = LOG_RANGE;
        while (high - low > 1e-10) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            set(values, pair[0], pair[1], Math.exp(left));
            double atLeft = lambda(values, eigenvector(values));
            set(values, pair[0], pair[1], Math.exp(right));
            if (atLeft <= lambda(values, eigenvector(values))) {
                high = right;
            } else {
                low = left;
            }
        }
        double best = (low + high) / 2;
        set(values, pair[0], pair[1], Math.exp(best));
        return best;
    }

    private static void set(double[][] values, int i, int j, double value) {
        values[i][j] = value;
        values[j][i] = 1 / value;
    }

    public List<String> names() {
        return names;
    }

    /** Weights, consistency and the worst pair. */
    public Priorities priorities() {
        int n = names.size();
        double[] weights = eigenvector(values);
        double lambdaMax = lambda(values, weights);
        double ratio = n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1) / RandomIndex.of(n));
        return new Priorities(weights, lambdaMax, ratio, n < 3 ? null : worst(weights));
    }

    private Priorities.WorstPair worst(double[] weights) {
        int first = 0;
        int second = 1;
        double most = -1;
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                double gap = Math.abs(Math.log(values[i][j] * weights[j] / weights[i]));
                if (gap > most + 1e-12) {
                    most = gap;
                    first = i;
                    second = j;
                }
            }
        }
        return new Priorities.WorstPair(
                names.get(first),
                names.get(second),
                values[first][second],
                weights[first] / weights[second]);
    }

    private static double[] eigenvector(double[][] matrix) {
        int n = matrix.length;
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        for (int step = 0; step < 10_000; step++) {
            double[] next = times(matrix, weights);
            double sum = Arrays.stream(next).sum();
            double change = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - weights[i]));
            }
            weights = next;
            if (change < 1e-15) {
                break;
            }
        }
        return weights;
    }

    private static double lambda(double[][] matrix, double[] weights) {
        return Arrays.stream(times(matrix, weights)).sum();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static void checkPositive(String place, String row, String column, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The judgement (%s) of (%s) against (%s) in (%s) must be positive.\nMaybe 1/9 to 9 on Saaty's scale."
                            .formatted(value, row, column, place));
        }
    }

    private static void checkReciprocal(
            String place, List<String> names, int i, int j, double[][] matrix) {
        if (Math.abs(matrix[i][j] * matrix[j][i] - 1) > RECIPROCAL_TOLERANCE) {
            throw new IllegalArgumentException(
                    i == j
                            ? "The judgement (%s) of (%s) against itself in (%s) must be 1.\nMaybe put 1 on the diagonal."
                                    .formatted(matrix[i][i], names.get(i), place)
                            : "The judgements of (%s) against (%s) in (%s), %s and %s, must be reciprocal.\nMaybe write %s as 1/%s, or give \"pairs\"."
                                    .formatted(
                                            names.get(i),
                                            names.get(j),
                                            place,
                                            matrix[i][j],
                                            matrix[j][i],
                                            matrix[j][i],
                                            matrix[i][j]));
        }
    }

    private static IllegalArgumentException notSquare(
            String place, String what, int found, int wanted) {
        return new IllegalArgumentException(
                "The matrix of (%s) has %d %s, not %d.\nMaybe one row and one column for each name."
                        .formatted(place, found, what, wanted));
    }
}
