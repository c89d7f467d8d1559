package io.quartermaster.domain.forecast;

/**
 * Linear regression of a series on its own past, the phase of the season, promotion and price, kept
 * up by {@link LeastSquaresFit} one step at a time and forecast by feeding its means back.
 *
 * <p>Inputs and target are divided by s = 1 + mean of the last four seasons, so that weights are
 * relative to the level. Inputs: 1, phase of the season (one of season - 1 columns, none for
 * seasons above 7), last value, mean of the last season, value one season ago, mean of this phase
 * over four seasons, promotion, price relative to its mean less 1.
 *
 * <p>Quantiles: m + sqrt(m + 1) g Q, Q the quantile of recent errors (y - m) / sqrt(m + 1), which
 * are alike at every level if variance grows with the mean as counts do; g = sqrt(1 + 0.02 h) for
 * what one-step errors do not know.
 *
 * @param season steps, 1 or more
 */
public record DemandRegression(int season) {

    /** Name of the model in forecasts. */
    public static final String NAME = "regression";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /** Weight of a step one step later: half after 231 steps. */
    static final double FORGETTING = 0.997;

    private static final double RIDGE = 0.2;
    private static final int RESIDUALS = 56;
    private static final double GROWTH = 0.02;
    private static final int SEASONS = 4;
    private static final int PAST = 4;

    /** No mean above this multiple of the highest recent value: a recursion must not run away. */
    private static final double HIGHEST = 1;

    /**
     * A single value weighs no more than this many scales: one bulk order must not bend the fit.
     */
    private static final double LARGEST = 8;

    /**
     * What is kept of a series between steps.
     *
     * @param fit the weights
     * @param errors standardised one-step errors, newest last, 56 at most
     */
    public record Memory(LeastSquaresFit fit, double[] errors) {}

    /** Values that a step looks back on: give at least this many where there are. */
    public int lookBack() {
        return SEASONS * season;
    }

    /** The memory of a series without history: means of the season and of the phase, half each. */
    public Memory start() {
        double[] prior = new double[phases() + PAST + 3];
        prior[phases() + 2] = 0.5;
        prior[phases() + 4] = 0.5;
        return new Memory(LeastSquaresFit.start(prior, RIDGE), new double[0]);
    }

    /**
     * Takes in one step.
     *
     * @param recent values before it, newest last
     * @param phase of the step within the season
     * @param promotion 0 to 1
     * @param relativePrice price over its recent mean, 1 if there is none
     * @param value what happened
     */
    public Memory update(
            Memory memory,
            double[] recent,
            int phase,
            double promotion,
            double relativePrice,
            double value) {
        if (recent.length == 0) {
            return memory;
        }
        double scale = scale(recent, recent.length);
        double[] x = inputs(recent, recent.length, phase, promotion, relativePrice, scale);
        double mean = Math.max(0, memory.fit().predict(x) * scale);
        double error = (value - mean) / Math.sqrt(mean + 1);
        return new Memory(
                memory.fit().update(x, Math.min(LARGEST, value / scale), FORGETTING),
                appended(memory.errors(), error));
    }

    /**
     * Forecasts by recursion: each mean becomes the past of the next step.
     *
     * @param recent values, newest last
     * @param nextPhase phase of the first step ahead
     * @param promotion expected of each step, 0 to 1
     */
    public HorizonForecast forecast(
            Memory memory,
            double[] recent,
            int nextPhase,
            double promotion,
            double relativePrice,
            int horizon,
            double[] levels) {
        int kept = Math.min(recent.length, lookBack());
        double[] past = new double[kept + horizon];
        System.arraycopy(recent, recent.length - kept, past, 0, kept);
        double limit = 1 + HIGHEST * highest(past, kept);
        double[] sorted = SampleQuantile.sorted(memory.errors());
        double[] mean = new double[horizon];
        double[][] quantiles = new double[levels.length][horizon];
        for (int step = 0; step < horizon && kept > 0; step++) {
            int known = kept + step;
            double scale = scale(past, known);
            int phase = (nextPhase + step) % season;
            double[] x = inputs(past, known, phase, promotion, relativePrice, scale);
            mean[step] = Math.min(limit, Math.max(0, memory.fit().predict(x) * scale));
            past[known] = mean[step];
            double spread = Math.sqrt((mean[step] + 1) * (1 + GROWTH * step));
            for (int level = 0; level < levels.length; level++) {
                quantiles[level][step] =
                        mean[step] + spread * SampleQuantile.of(sorted, levels[level]);
            }
        }
        return new HorizonForecast(mean, levels, quantiles).possible();
    }

    private int phases() {
        return season <= 7 ? season - 1 : 0;
    }

    private double scale(double[] past, int known) {
        return 1 + mean(past, known, lookBack());
    }

    private double[] inputs(
            double[] past,
            int known,
            int phase,
            double promotion,
            double relativePrice,
            double scale) {
        double[] x = new double[phases() + PAST + 3];
        x[0] = 1;
        if (phase > 0 && phase <= phases()) {
            x[phase] = 1;
        }
        int at = phases() + 1;
        x[at] = Math.min(LARGEST, past[known - 1] / scale);
        x[at + 1] = mean(past, known, season) / scale;
        x[at + 2] = Math.min(LARGEST, past[Math.max(0, known - season)] / scale);
        x[at + 3] = phaseMean(past, known) / scale;
        x[at + 4] = promotion;
        x[at + 5] = Math.max(-1, Math.min(1, relativePrice - 1));
        return x;
    }

    private static double mean(double[] past, int known, int steps) {
        int count = Math.min(known, steps);
        double sum = 0;
        for (int i = known - count; i < known; i++) {
            sum += past[i];
        }
        return sum / count;
    }

    private double phaseMean(double[] past, int known) {
        double sum = 0;
        int count = 0;
        for (int i = known - season; i >= 0 && count < SEASONS; i -= season) {
            sum += past[i];
            count++;
        }
        return count == 0 ? mean(past, known, season) : sum / count;
    }

    private static double highest(double[] past, int known) {
        double highest = 0;
        for (int i = 0; i < known; i++) {
            highest = Math.max(highest, past[i]);
        }
        return highest;
    }

    private static double[] appended(double[] errors, double error) {
        int kept = Math.min(errors.length, RESIDUALS - 1);
        double[] next = new double[kept + 1];
        System.arraycopy(errors, errors.length - kept, next, 0, kept);
        next[kept] = error;
        return next;
    }
}
