package io.quartermaster.domain.forecast;

/**
 * Tomorrow is as the same day of the last season. Mean: y of t + h - season * k, k = whole seasons
 * up to h, one at least. Quantiles: the mean plus the quantile of the recent seasonal differences y
 * of t - y of (t - season), times sqrt k (Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 5.5).
 *
 * @param season steps, 1 or more
 */
public record SeasonalNaive(int season) {

    /** Name of the model in forecasts. */
    public static final String NAME = "seasonal_naive";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /** Seasonal differences looked at. */
    static final int RESIDUALS = 56;

    public SeasonalNaive {
        if (season < 1) {
            throw new IllegalArgumentException(
                    "The season (%d) must be 1 or more steps.".formatted(season));
        }
    }

    /**
     * Forecasts.
     *
     * @param recent values, newest last; what lies before the last {@code season + 56} is not
     *     looked at
     */
    public HorizonForecast forecast(double[] recent, int horizon, double[] levels) {
        double[] sorted = SampleQuantile.sorted(differences(recent));
        double[] mean = new double[horizon];
        double[][] quantiles = new double[levels.length][horizon];
        for (int step = 0; step < horizon; step++) {
            mean[step] = lastSeason(recent, step);
            int seasonsAhead = step / season + 1;
            double growth = Math.sqrt(seasonsAhead);
            for (int level = 0; level < levels.length; level++) {
                quantiles[level][step] =
                        mean[step] + growth * SampleQuantile.of(sorted, levels[level]);
            }
        }
        return new HorizonForecast(mean, levels, quantiles).possible();
    }

    private double lastSeason(double[] recent, int step) {
        if (recent.length == 0) {
            return 0;
        }
        int index = recent.length - season + step % season;
        return recent[Math.max(0, index)];
    }

    private double[] differences(double[] recent) {
        int count = Math.max(0, Math.min(RESIDUALS, recent.length - season));
        double[] differences = new double[count];
        for (int i = 0; i < count; i++) {
            int at = recent.length - 1 - i;
            differences[i] = recent[at] - recent[at - season];
        }
        return differences;
    }
}
