package io.quartermaster.domain.forecast.season;

/** Trends of a series, NaN where a value is missing. */
final class LocalTrend {

    private LocalTrend() {}

    /**
     * Mean of the known values of the period around each one; at the ends of the nearest period.
     */
    static double[] overPeriod(double[] values, int period) {
        int n = values.length;
        double[] trend = new double[n];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, Math.min(i - period / 2, n - period));
            int to = Math.min(n, Math.max(i - period / 2 + period, period));
            trend[i] = mean(values, from, to);
        }
        return trend;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * A line through the known values around each one by least squares with tricube weights
     * (Cleveland, Robust Locally Weighted Regression, 1979).
     *
     * @param width of the window, odd
     */
    static double[] smooth(double[] values, int width) {
        double[] trend = new double[values.length];
        int half = width / 2;
        for (int at = 0; at < values.length; at++) {
            int from = Math.max(0, at - half);
            int to = Math.min(values.length - 1, at + half);
            trend[at] = line(values, at, from, to);
        }
        return trend;
    }

    private static double line(double[] values, int at, int from, int to) {
        double reach = Math.max(at - from, to - at) + 1.0;
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        for (int i = from; i <= to; i++) {
            if (!Double.isNaN(values[i])) {
                double x = i - at;
                double near = Math.abs(x) / reach;
                double kernel = 1 - near * near * near;
                double weight = kernel * kernel * kernel;
                w += weight;
                wx += weight * x;
                wy += weight * values[i];
                wxx += weight * x * x;
                wxy += weight * x * values[i];
            }
        }
        double determinant = w * wxx - wx * wx;
        if (determinant > 1e-12 * w * wxx) {
            return (wxx * wy - wx * wxy) / determinant;
        }
        return w == 0 ? 0 : wy / w;
    }
}
