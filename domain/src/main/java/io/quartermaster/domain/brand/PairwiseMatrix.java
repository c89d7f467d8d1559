package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pairwise judgements on Saaty's scale: a_ij says how many times i is worth j, a_ji = 1 / a_ij. A
 * pair that nobody judged takes the value that makes the whole least inconsistent.
 */
public final class PairwiseMatrix {

    private static final double RECIPROCAL_TOLERANCE = 0.01;

    /** Judgements that are looked at for the one to mend: those that depart most. */
    private static final int SUSPECTS = 10;

    private final List<String> names;
    private final double[][] values;
    private final boolean[][] judged;

    private PairwiseMatrix(List<String> names, double[][] values, boolean[][] judged) {
        this.names = List.copyOf(names);
        this.values = values;
        this.judged = judged;
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
        boolean[][] judged = new boolean[n][n];
        Arrays.stream(judged).forEach(row -> Arrays.fill(row, true));
        return new PairwiseMatrix(names, values, judged);
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
        boolean[][] judged = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                judged[i][j] = values[i][j] > 0;
            }
        }
        return new PairwiseMatrix(names, MissingJudgements.completed(values), judged);
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

    public List<String> names() {
        return names;
    }

    /** What was judged, each pair once: {@code "a|b"} to how many times a is worth b. */
    public Map<String, Double> judged() {
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (judged[i][j]) {
                    pairs.put(names.get(i) + "|" + names.get(j), values[i][j]);
                }
            }
        }
        return pairs;
    }

    /** Weights by the eigenvector, consistency and the worst pair. */
    public Priorities priorities() {
        return priorities(PriorityMethod.EIGENVECTOR);
    }

    /** Weights by a method, consistency by the principal eigenvalue, and the worst pair. */
    public Priorities priorities(PriorityMethod method) {
        double[] weights = method.weights(values);
        double lambdaMax = PrincipalEigenvector.of(values).value();
        return new Priorities(
                weights, lambdaMax, ratio(lambdaMax), names.size() < 3 ? null : worst(weights));
    }

    private double ratio(double lambdaMax) {
        int n = names.size();
        return n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1) / RandomIndex.of(n));
    }

    /**
     * Which one judgement to change, and to what, so that the whole is as consistent as one change
     * can make it; looked for among the ten that depart most. Empty for fewer than three names.
     */
    public Optional<Mending> mending() {
        if (names.size() < 3) {
            return Optional.empty();
        }
        double[] weights = PrincipalEigenvector.of(values).weights();
        return pairs().stream()
                .filter(pair -> judged[pair[0]][pair[1]])
                .sorted(Comparator.comparingDouble(pair -> -gap(weights, pair[0], pair[1])))
                .limit(SUSPECTS)
                .map(this::mended)
                .min(Comparator.comparingDouble(Mending::consistencyRatio));
    }

    private List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        return pairs;
    }

    private Mending mended(int[] pair) {
        double[][] changed = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        double best = MissingJudgements.best(changed, pair[0], pair[1]);
        return new Mending(
                names.get(pair[0]),
                names.get(pair[1]),
                values[pair[0]][pair[1]],
                best,
                ratio(PrincipalEigenvector.of(changed).value()));
    }

    private double gap(double[] weights, int i, int j) {
        return Math.abs(Math.log(values[i][j] * weights[j] / weights[i]));
    }

    private Priorities.WorstPair worst(double[] weights) {
        int first = 0;
        int second = 1;
        double most = -1;
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                double gap = gap(weights, i, j);
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
