package io.quartermaster.domain.forecast.arima;

/**
 * Coefficients of an order; the value less its mean or drift is w with (1 - ar B ...)(1 - sar B^m
 * ...) w = (1 + ma B ...)(1 + sma B^m ...) e after differences.
 *
 * @param ar [p]
 * @param ma [q]
 * @param seasonalAr [P]
 * @param seasonalMa [Q]
 * @param constant mean or drift a step; 0 without one
 */
public record ArimaCoefficients(
        double[] ar, double[] ma, double[] seasonalAr, double[] seasonalMa, double constant) {

    /** The product of both autoregressive polynomials: w = phi_1 w one step ago + ... */
    double[] phi(int period) {
        double[] whole = product(negative(ar), negative(seasonalAr), period);
        return negative(whole);
    }

    /** The product of both moving-average polynomials. */
    double[] theta(int period) {
        return product(ma, seasonalMa, period);
    }

    /** Coefficients after 1 of (1 + one) (1 + other at whole periods). */
    static double[] product(double[] one, double[] other, int period) {
        double[] product = new double[one.length + other.length * period];
        System.arraycopy(one, 0, product, 0, one.length);
        for (int i = 0; i < other.length; i++) {
            int at = (i + 1) * period;
            product[at - 1] += other[i];
            for (int j = 0; j < one.length; j++) {
                product[at + j] += other[i] * one[j];
            }
        }
        return product;
    }

    private static double[] negative(double[] values) {
        double[] negative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }
}
