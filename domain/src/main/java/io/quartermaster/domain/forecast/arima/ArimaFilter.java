package io.quartermaster.domain.forecast.arima;

/**
 * The Kalman filter of an ARIMA model over values in turn. A missing value only moves time on.
 * While values come without a gap the covariance settles; from then on only the state moves.
 */
final class ArimaFilter {

    /** Innovations of more than this, in error variances, only tell where the series starts. */
    private static final double TELLING = 1e4;

    private static final double SETTLED = 1e-11;

    private final ArimaSystem system;
    private final double[] state;
    private final double[] covariance;
    private double[] gain;
    private double variance;
    private boolean settled;
    private int count;
    private double sumOfSquares;
    private double sumOfLogs;

    ArimaFilter(ArimaSystem system, double[] state, double[] covariance) {
        this.system = system;
        this.state = state.clone();
        this.covariance = covariance.clone();
    }

    static ArimaFilter start(ArimaSystem system) {
        return new ArimaFilter(system, new double[system.size()], system.firstCovariance());
    }

    /** Takes the value less its mean or drift, NaN where it is missing. */
    void step(double value) {
        system.advance(state);
        if (Double.isNaN(value)) {
            settled = false;
            gain = null;
            system.advanceCovariance(covariance);
            return;
        }
        if (!settled) {
            correctCovariance();
        }
        double error = value - system.value(state);
        if (variance < TELLING) {
            count++;
            sumOfSquares += error * error / variance;
            sumOfLogs += Math.log(variance);
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += gain[i] * error;
        }
    }

    private void correctCovariance() {
        double[] before = covariance.clone();
        system.advanceCovariance(covariance);
        double[] with = system.withValue(covariance);
        variance = system.value(with);
        gain = new double[with.length];
        int size = with.length;
        double change = 0;
        for (int i = 0; i < size; i++) {
            gain[i] = with[i] / variance;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int at = i * size + j;
                covariance[at] -= gain[i] * with[j];
                change = Math.max(change, Math.abs(covariance[at] - before[at]));
            }
        }
        settled = change < SETTLED;
    }

    double[] state() {
        return state.clone();
    }

    double[] covariance() {
        return covariance.clone();
    }

    /** Innovations that count. */
    int count() {
        return count;
    }

    /** Estimate of the errors' variance: mean square of the standardised innovations. */
    double variance() {
        return sumOfSquares / Math.max(1, count);
    }

    /** Minus two log likelihoods at that variance. */
    double deviance() {
        return count * (Math.log(variance()) + 1 + Math.log(2 * Math.PI)) + sumOfLogs;
    }
}
