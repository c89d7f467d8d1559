package io.quartermaster.domain.forecast.smoothing;

/** Runs a form over values in place: the recursion of {@link ExponentialSmoothing}. */
final class SmoothingFilter {

    /** Scales are multiplied up between these bounds before a logarithm is taken of many. */
    private static final double LEAST = 1e-150;

    private static final double MOST = 1e150;

    private final boolean trended;
    private final boolean relative;
    private final boolean added;
    private final boolean multiplied;
    private final double alpha;
    private final double gamma;
    private final double damping;
    private final double slopeShare;
    private final double[] season;
    private double level;
    private double trend;
    private int phase;
    private double sumOfSquares;
    private double sumOfLogs;
    private double product = 1;
    private int count;

    /** What a step asks of form and weights is asked once: a fit takes millions of steps. */
    SmoothingFilter(SmoothingForm form, SmoothingWeights weights, SmoothingState start) {
        this.trended = form.trend();
        this.relative = form.error() == Component.MULTIPLICATIVE;
        this.added = form.season() == Component.ADDITIVE;
        this.multiplied = form.season() == Component.MULTIPLICATIVE;
        this.alpha = weights.level();
        this.gamma = weights.season();
        this.damping = weights.damping();
        this.slopeShare = weights.trend() / weights.level();
        this.season = start.season().clone();
        this.level = start.level();
        this.trend = start.trend();
        this.phase = start.phase();
    }

    /** Takes one value, NaN where it is missing. */
    void step(double value) {
        double before = level + damping * trend;
        if (Double.isNaN(value)) {
            level = before;
            trend *= damping;
        } else if (added) {
            double seasonal = season[phase];
            note(value, before + seasonal);
            correct(before, value - seasonal);
            season[phase] += gamma * (value - before - seasonal);
        } else if (multiplied) {
            double seasonal = season[phase];
            note(value, before * seasonal);
            correct(before, value / seasonal);
            season[phase] += gamma * (value / before - seasonal);
        } else {
            note(value, before);
            correct(before, value);
        }
        if (added || multiplied) {
            phase = phase + 1 == season.length ? 0 : phase + 1;
        }
    }

    /** Moves level and slope towards a value without its season. */
    private void correct(double before, double value) {
        level = before + alpha * (value - before);
        if (trended) {
            trend = damping * trend + slopeShare * (level - before);
        }
    }

    private void note(double value, double expected) {
        double error = value - expected;
        if (relative) {
            error /= expected;
            product *= Math.abs(expected);
            if (!(product > LEAST && product < MOST)) {
                sumOfLogs += Math.log(product);
                product = 1;
            }
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
        return count * Math.log(sumOfSquares) + 2 * (sumOfLogs + Math.log(product));
    }
}
