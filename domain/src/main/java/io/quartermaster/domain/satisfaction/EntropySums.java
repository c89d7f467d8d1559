package io.quartermaster.domain.satisfaction;

/**
 * What entropy weights need to know of rows, kept row by row so that rows can be added and taken
 * back: with the sum T of x and the sum U of x ln x over n rows, e = (ln T - U / T) / ln n.
 *
 * @param rows with a value, by column
 * @param sums T, by column
 * @param logs U, by column
 */
public record EntropySums(double[] rows, double[] sums, double[] logs) {

    private static final double ROUNDING = 1e-12;

    /** No row yet. */
    public static EntropySums of(int columns) {
        return new EntropySums(new double[columns], new double[columns], new double[columns]);
    }

    /** With one row more; its missing values (NaN) are passed over. */
    public EntropySums plus(double[] row) {
        return moved(row, 1);
    }

    /** With one row less, which must have been added. */
    public EntropySums minus(double[] row) {
        return moved(row, -1);
    }

    private EntropySums moved(double[] row, int sign) {
        EntropySums next = new EntropySums(rows.clone(), sums.clone(), logs.clone());
        for (int j = 0; j < row.length; j++) {
            if (!Double.isNaN(row[j])) {
                next.rows[j] += sign;
                double keep = next.rows[j] == 0 ? 0 : 1;
                next.sums[j] = keep * (sums[j] + sign * row[j]);
                next.logs[j] =
                        keep * (logs[j] + sign * (row[j] > 0 ? row[j] * Math.log(row[j]) : 0));
            }
        }
        return next;
    }

    /** The weights of {@link IndicatorWeights#entropy}. */
    public double[] weights() {
        double[] spread = new double[rows.length];
        for (int j = 0; j < spread.length; j++) {
            double entropy =
                    rows[j] < 2 || sums[j] <= 0
                            ? 1
                            : (Math.log(sums[j]) - logs[j] / sums[j]) / Math.log(rows[j]);
            spread[j] = 1 - entropy < ROUNDING ? 0 : 1 - entropy;
        }
        return IndicatorWeights.normalised(spread);
    }
}
