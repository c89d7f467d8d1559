package io.quartermaster.domain.satisfaction.factor;

/** The chi-square distribution. */
final class ChiSquare {

    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };
    private static final double PRECISION = 1e-15;
    private static final int STEPS = 10_000;

    private ChiSquare() {}

    /**
     * P(X > x): the regularised upper incomplete gamma function Q(degrees / 2, x / 2), by its
     * series or its continued fraction (Press et al., Numerical Recipes, 6.2). 1 with no degree of
     * freedom.
     */
    static double survival(double x, double degrees) {
        double a = degrees / 2;
        double half = x / 2;
        if (degrees <= 0 || x <= 0) {
            return 1;
        }
        double scale = Math.exp(-half + a * Math.log(half) - logGamma(a));
        return half < a + 1 ? 1 - scale * series(a, half) : scale * fraction(a, half);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < STEPS && term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double product = d;
        for (int n = 1; n < STEPS; n++) {
            double by = -n * (n - a);
            b += 2;
            d = 1 / (by * d + b);
            c = b + by / c;
            product *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return product;
    }

    /** Logarithm of the gamma function for positive x (Lanczos 1964). */
    static double logGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x - 1 + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
