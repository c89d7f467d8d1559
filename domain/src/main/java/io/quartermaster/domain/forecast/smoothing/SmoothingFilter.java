package io.quartermaster.domain.forecast.smoothing;

/** Runs a form over values in place: the recursion of {@link ExponentialSmoothing}. */
final class SmoothingFilter {

    private final SmoothingForm form;
    private final SmoothingWeights weights;
    private final double[] season;
    private double level;
    private double trend;
    private int phase;
    private double sumOfSquares;
    private double sumOfLogs;
    private int count;

    SmoothingFilter(SmoothingForm form, SmoothingWeights weights, SmoothingState start) {
        this.form = form;
        this.weights = weights;
        this.season = start.season().clone();
        this.level = start.level();
        this.trend = start.trend();
        this.phase = start.phase();
    }

    /** Takes one value, NaN where it is missing. */
    void step(double value) {
        double before = level + weights.damping() * trend;
        double seasonal = form.seasonal() ? season[phase] : 0;
        if (Double.isNaN(value)) {
            level = before;
            trend *= weights.damping();
        } else {
            double expected = expected(before, seasonal);
            note(value, expected);
            level = before + weights.level() * (without(value, seasonal) - before);
            if (form.trend()) {
                trend =
                        weights.damping() * trend
                                + weights.trend() / weights.level() * (level - before);
            }
            if (form.seasonal()) {
                season[phase] += weights.season() * (seasonalPart(value, before) - season[phase]);
            }
        }
        phase = form.seasonal() ? (phase + 1) % form.period() : 0;
    }

    private double expected(double before, double seasonal) {
        return switch (form.season()) {
            case NONE -> before;
            case ADDITIVE -> before + seasonal;
            case MULTIPLICATIVE -> before * seasonal;
        };
    }

    private double without(double value, double seasonal) {
        return switch (form.season()) {
            case NONE -> value;
            case ADDITIVE -> value - seasonal;
            case MULTIPLICATIVE -> value / seasonal;
        };
    }

    private double seasonalPart(double value, double before) {
        return form.season() == Component.ADDITIVE ? value - before : value / before;
    }

    private void note(double value, double expected) {
        double error = value - expected;
        if (form.error() == Component.MULTIPLICATIVE) {
            error /= expected;
            sumOfLogs += Math.log(Math.abs(expected));
        }
        sumOfSquares += error * error;
        count++;
    }

    SmoothingState state() {
        return new SmoothingState(level, trend, season, phase);
    }

    /** Values taken, missing ones not. */
    int count() {
        return count;
    }

    double sumOfSquares() {
        return sumOfSquares;
    }

    /** Minus two log likelihoods, less a constant: n log of the squares' sum and the scales. */
    double deviance() {
        return count * Math.log(sumOfSquares) + 2 * sumOfLogs;
    }
}
