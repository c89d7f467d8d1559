package io.quartermaster.domain.forecast.arima;

/**
 * What a search varies: unbounded numbers whose hyperbolic tangents are partial autocorrelations,
 * so that every point is a stationary and invertible model (Jones, 1980; Monahan, 1984), then the
 * constant in units of the series' spread.
 */
final class ArimaVariables {

    private final ArimaOrder order;
    private final double centre;
    private final double unit;

    ArimaVariables(ArimaOrder order, double centre, double unit) {
        this.order = order;
        this.centre = centre;
        this.unit = unit;
    }

    int count() {
        return order.terms() + (order.constant() ? 1 : 0);
    }

    ArimaCoefficients coefficients(double[] point) {
        int at = 0;
        double[] ar = stationary(point, at, order.ar());
        at += order.ar();
        double[] ma = inverted(stationary(point, at, order.ma()));
        at += order.ma();
        double[] seasonalAr = stationary(point, at, order.seasonalAr());
        at += order.seasonalAr();
        double[] seasonalMa = inverted(stationary(point, at, order.seasonalMa()));
        at += order.seasonalMa();
        double constant = order.constant() ? centre + unit * point[at] : 0;
        return new ArimaCoefficients(ar, ma, seasonalAr, seasonalMa, constant);
    }

    /** The recursion of Durbin and Levinson from partial autocorrelations to coefficients. */
    private static double[] stationary(double[] point, int from, int count) {
        double[] coefficients = new double[count];
        double[] before = new double[count];
        for (int k = 0; k < count; k++) {
            double partial = Math.tanh(point[from + k]);
            for (int j = 0; j < k; j++) {
                coefficients[j] = before[j] - partial * before[k - 1 - j];
            }
            coefficients[k] = partial;
            System.arraycopy(coefficients, 0, before, 0, k + 1);
        }
        return coefficients;
    }

    private static double[] inverted(double[] coefficients) {
        double[] ma = new double[coefficients.length];
        for (int i = 0; i < ma.length; i++) {
            ma[i] = -coefficients[i];
        }
        return ma;
    }
}
