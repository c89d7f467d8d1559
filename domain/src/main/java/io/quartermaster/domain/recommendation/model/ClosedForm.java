package io.quartermaster.domain.recommendation.model;

import java.util.stream.IntStream;

/**
 * Linear item models solved in closed form, for catalogues whose Gram matrix fits.
 *
 * <p>With X the histories, G = X'X and P = inverse(G + l I): the symmetric form (EASE, Steck 2019)
 * has weights -P(i,j) / P(j,j) and no item speaks for itself; the sequential form (SLIT, Choi et
 * al. 2021) regresses what comes next on what lies before, P T with T the sums of what follows.
 */
final class ClosedForm {

    private ClosedForm() {}

    /** Bytes that solving takes: the lower triangle in doubles and the weights in floats. */
    static long bytes(int items) {
        return (long) items * items * (Double.BYTES / 2 + Float.BYTES);
    }

    /** Weights of the symmetric form. */
    static float[][] symmetric(PairSums gram, double regularisation) {
        double[][] inverse = inverse(gram, regularisation);
        int n = inverse.length;
        float[][] weights = new float[n][n];
        IntStream.range(0, n)
                .parallel()
                .forEach(
                        i -> {
                            for (int j = 0; j < n; j++) {
                                double value = j <= i ? inverse[i][j] : inverse[j][i];
                                weights[i][j] = i == j ? 0 : (float) (-value / inverse[j][j]);
                            }
                        });
        return weights;
    }

    /** Weights of the sequential form. */
    static float[][] sequential(PairSums gram, SparseTable following, double regularisation) {
        double[][] inverse = inverse(gram, regularisation);
        int n = inverse.length;
        float[][] weights = new float[n][];
        IntStream.range(0, n)
                .parallel()
                .forEach(
                        i -> {
                            float[] row = new float[n];
                            for (int k = 0; k < n; k++) {
                                float factor = (float) (k <= i ? inverse[i][k] : inverse[k][i]);
                                int[] columns = following.columns()[k];
                                float[] values = following.values()[k];
                                for (int c = 0; c < columns.length; c++) {
                                    row[columns[c]] += factor * values[c];
                                }
                            }
                            weights[i] = row;
                        });
        return weights;
    }

    private static double[][] inverse(PairSums gram, double regularisation) {
        int n = gram.table().size();
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            int[] columns = gram.table().columns()[i];
            for (int c = 0; c < columns.length; c++) {
                if (columns[c] < i) {
                    lower[i][columns[c]] = gram.table().values()[i][c];
                }
            }
            lower[i][i] = gram.diagonal()[i] + regularisation;
        }
        SymmetricInverse.invert(lower);
        return lower;
    }
}
