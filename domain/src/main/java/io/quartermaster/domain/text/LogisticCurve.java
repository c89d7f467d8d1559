package io.quartermaster.domain.text;

/**
 * The probability of being right as it grows with a score: {@code 1 / (1 + exp(-(a score + b)))},
 * fitted by Newton's method to smoothed outcomes (Platt 1999: of n right ones {@code (n + 1) / (n +
 * 2)}, of n wrong ones {@code 1 / (n + 2)}), so that none is ever certain.
 *
 * @param slope a, 0 or more: a higher score never means less
 * @param offset b
 */
public record LogisticCurve(double slope, double offset) {

    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-6;
    private static final double CLOSE = 1e-9;

    /** Fits one; an outcome for each score. */
    public static LogisticCurve fit(double[] scores, boolean[] right) {
        int hits = 0;
        for (boolean one : right) {
            hits += one ? 1 : 0;
        }
        double high = (hits + 1.0) / (hits + 2.0);
        double low = 1.0 / (right.length - hits + 2.0);
        double a = 0;
        double b = StrictMath.log((hits + 1.0) / (right.length - hits + 1.0));
        for (int step = 0; step < MOST_STEPS; step++) {
            double ga = RIDGE * a;
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = RIDGE;
            for (int i = 0; i < scores.length; i++) {
                double share = logistic(a * scores[i] + b);
                double error = share - (right[i] ? high : low);
                double weight = share * (1 - share);
                ga += error * scores[i];
                gb += error;
                haa += weight * scores[i] * scores[i];
                hab += weight * scores[i];
                hbb += weight;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            a -= da;
            b -= db;
            if (Math.abs(da) < CLOSE && Math.abs(db) < CLOSE) {
                break;
            }
        }
        return a >= 0
                ? new LogisticCurve(a, b)
                : new LogisticCurve(0, StrictMath.log((hits + 1.0) / (right.length - hits + 1.0)));
    }

    /** The probability at a score, 0 to 1. */
    public double at(double score) {
        return logistic(slope * score + offset);
    }

    private static double logistic(double value) {
        return 1 / (1 + StrictMath.exp(-value));
    }
}
