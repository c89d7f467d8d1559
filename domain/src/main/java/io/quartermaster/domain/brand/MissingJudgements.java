package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.List;

/**
 * Judgements that nobody made take the values that make the whole least inconsistent: least
 * principal eigenvalue (Bozoki, Fulop and Ronyai 2010), found by a golden-section search pair after
 * pair.
 */
final class MissingJudgements {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double LOG_RANGE = Math.log(100);
    private static final double PRECISION = 1e-10;
    private static final double SETTLED = 1e-9;
    private static final int ROUNDS = 60;

    private MissingJudgements() {}

    /** Fills in what is 0, in place. */
    static double[][] completed(double[][] values) {
        List<int[]> missing = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                if (values[i][j] == 0) {
                    missing.add(new int[] {i, j});
                    set(values, i, j, 1);
                }
            }
        }
        double moved = missing.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && moved >= SETTLED; round++) {
            moved = 0;
            for (int[] pair : missing) {
                double before = values[pair[0]][pair[1]];
                moved =
                        Math.max(
                                moved, Math.abs(Math.log(best(values, pair[0], pair[1]) / before)));
            }
            moved = missing.size() == 1 ? 0 : moved;
        }
        return values;
    }

    /**
     * The value of one judgement at which the principal eigenvalue is least, all others kept; it is
     * put in place. The eigenvalue is convex in the logarithm of an entry, so the search finds it.
     */
    static double best(double[][] values, int i, int j) {
        double low = -LOG_RANGE;
        double high = LOG_RANGE;
        while (high - low > PRECISION) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (at(values, i, j, left) <= at(values, i, j, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        double best = Math.exp((low + high) / 2);
        set(values, i, j, best);
        return best;
    }

    private static double at(double[][] values, int i, int j, double logarithm) {
        set(values, i, j, Math.exp(logarithm));
        return PrincipalEigenvector.of(values).value();
    }

    private static void set(double[][] values, int i, int j, double value) {
        values[i][j] = value;
        values[j][i] = 1 / value;
    }
}
