package io.quartermaster.domain.satisfaction.factor;

/**
 * The orthogonal matrix nearest to a square one: B (B'B)^-1/2, which is U V' of B = U D V'.
 *
 * @param part U V'
 * @param singularValues sum of D
 */
record Orthogonal(Matrix part, double singularValues) {

    /** Keeps what B says nothing of as it is. */
    private static final double RIDGE = 1e-13;

    static Orthogonal of(Matrix square) {
        int n = square.rows();
        Matrix b = square.copy();
        double scale = 0;
        for (double[] row : b.values()) {
            for (double value : row) {
                scale = Math.max(scale, Math.abs(value));
            }
        }
        for (int i = 0; i < n; i++) {
            b.values()[i][i] += RIDGE * (scale + Double.MIN_NORMAL);
        }
        if (scale == 0) {
            return new Orthogonal(Matrix.identity(n), 0);
        }
        SymmetricEigen eigen = SymmetricEigen.of(b.transposed().times(b).values());
        Matrix vectors = new Matrix(eigen.vectors());
        Matrix scaled = vectors.copy();
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double singular = Math.sqrt(Math.max(eigen.values()[k], 0));
            sum += singular;
            for (int i = 0; i < n; i++) {
                scaled.values()[k][i] /= Math.max(singular, Double.MIN_NORMAL);
            }
        }
        return new Orthogonal(b.times(vectors.transposed()).times(scaled), sum);
    }
}
