package io.quartermaster.domain.forecast;

/**
 * How windows become the numbers of the sequence model, and its numbers forecasts.
 *
 * <p>Inputs of a day: units wanted over the scale; log(1 + views) and log(1 + carts) less those of
 * the scale; promotion; stocked out; price relative to the scale's less 1; two harmonics of the
 * week; log of the scale; log(1 + favourites) less that of the scale; units of the category
 * relative to the scale's less 1. Known of a day ahead: its weekday (7 columns); over the scale the
 * mean of its weekday in the last four weeks; where they are known ahead, its price relative to the
 * scale's less 1, its promotion, and a 1; the category's weekday in the last eight weeks over all
 * days of these. Known of the series, on the eve: log of the scale; over the scale the mean of the
 * last 7 and of the last 28 days; the promotion of the last 7 days; of the category the log of its
 * last 7 days over its last 28, and of those over its last 56; then its {@link StaticCovariates}.
 *
 * <p>The day of the year is left out on purpose: a history of a year or less shows each day of the
 * year once at most, and a model that takes it in extrapolates wildly into days it never saw.
 */
public final class DemandFeatures {

    /** Name and version of this rule; a model trained on another one is refused. */
    public static final String NAME = "demand-4";

    /** Numbers per day of history; the first is the scaled target. */
    public static final int INPUTS = 13;

    /** Numbers known per day ahead. */
    public static final int KNOWN = 12;

    /** Numbers known of the series. */
    public static final int SERIES = 6 + StaticCovariates.WIDTH;

    /** Days of history the encoder reads at most; of a young series it reads what there is. */
    public static final int ENCODER_DAYS = 28;

    /** Days of history below which a series says nothing of itself. */
    public static final int FEWEST_DAYS = 7;

    private static final int WEEK = 7;
    private static final int WEEKS = 4;

    /** A single day weighs no more than this many scales. */
    private static final double LARGEST = 12;

    /** Sine and cosine of each weekday's angle, then of its double. */
    private static final float[][] HARMONICS = harmonics();

    private DemandFeatures() {}

    private static float[][] harmonics() {
        float[][] harmonics = new float[WEEK][4];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            double angle = 2 * Math.PI * weekday / WEEK;
            harmonics[weekday][0] = (float) Math.sin(angle);
            harmonics[weekday][1] = (float) Math.cos(angle);
            harmonics[weekday][2] = (float) Math.sin(2 * angle);
            harmonics[weekday][3] = (float) Math.cos(2 * angle);
        }
        return harmonics;
    }

    /** The newest day as one input. */
    public static float[] input(DemandHistory history, SeriesScale scale) {
        return input(history, 0, scale);
    }

    /** The last {@link #ENCODER_DAYS} days, or all there are, as inputs, oldest first. */
    public static float[][] encoder(DemandHistory history, SeriesScale scale) {
        int days = Math.min(ENCODER_DAYS, history.kept());
        float[][] inputs = new float[days][];
        for (int day = 0; day < days; day++) {
            inputs[day] = input(history, days - 1 - day, scale);
        }
        return inputs;
    }

    private static float[] input(DemandHistory history, int back, SeriesScale scale) {
        float[] input = new float[INPUTS];
        input[0] = target(history.wanted(back), scale);
        input[1] = logarithm(history.views(back)) - logarithm(scale.views());
        input[2] = logarithm(history.carts(back)) - logarithm(scale.carts());
        input[3] = (float) history.promotion(back);
        input[4] = (float) history.stockedOut(back);
        input[5] = relative(history.price(back), scale.price());
        System.arraycopy(HARMONICS[weekday(history.lastDay() - back)], 0, input, 6, 4);
        input[10] = level(scale);
        input[11] = logarithm(history.favourites(back)) - logarithm(scale.favourites());
        input[12] = relative(history.category(back), scale.category());
        return input;
    }

    /** Over what is usual, less 1; 0 where either is not known. */
    private static float relative(double value, double usual) {
        boolean isKnown = value > 0 && usual > 0;
        return isKnown ? (float) clamp(value / usual - 1, -1, 1) : 0;
    }

    /** Units over the scale. */
    public static float target(double units, SeriesScale scale) {
        return (float) Math.min(LARGEST, units / scale.units());
    }

    /** What is known by the calendar and the history alone: [horizon * KNOWN + SERIES]. */
    public static float[] known(DemandHistory history, SeriesScale scale, int horizon) {
        return known(history, scale, horizon, DaysAhead.UNKNOWN, StaticCovariates.unknown());
    }

    /**
     * What is known of the days ahead, then of the series: [horizon * KNOWN + SERIES].
     *
     * @param statics as {@link StaticCovariates#of} makes them
     */
    public static float[] known(
            DemandHistory history,
            SeriesScale scale,
            int horizon,
            DaysAhead ahead,
            float[] statics) {
        float[] known = new float[horizon * KNOWN + SERIES];
        CategoryDemand category = CategoryDemand.of(history);
        for (int step = 0; step < horizon; step++) {
            int at = step * KNOWN;
            long day = history.lastDay() + 1 + step;
            known[at + weekday(day)] = 1;
            known[at + 7] = target(weekdayMean(history, step), scale);
            if (step < ahead.days()) {
                known[at + 8] = relative(ahead.prices()[step], scale.price());
                known[at + 9] = (float) ahead.promotions()[step];
                known[at + 10] = 1;
            }
            known[at + 11] = category.weekdays()[step % WEEK];
        }
        ofSeries(history, scale, category, known, horizon * KNOWN);
        System.arraycopy(
                statics,
                0,
                known,
                horizon * KNOWN + SERIES - StaticCovariates.WIDTH,
                statics.length);
        return known;
    }

    private static void ofSeries(
            DemandHistory history,
            SeriesScale scale,
            CategoryDemand category,
            float[] known,
            int at) {
        known[at] = level(scale);
        known[at + 1] = target(history.meanWanted(WEEK), scale);
        known[at + 2] = target(history.meanWanted(WEEKS * WEEK), scale);
        known[at + 3] = (float) history.meanPromotion(WEEK);
        known[at + 4] = category.week();
        known[at + 5] = category.month();
    }

    private static double weekdayMean(DemandHistory history, int step) {
        double sum = 0;
        int count = 0;
        for (int week = 0; week < WEEKS; week++) {
            int back = WEEK - 1 - step % WEEK + week * WEEK;
            if (back < history.kept()) {
                sum += history.wanted(back);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * The model's numbers in units.
     *
     * @param decoded [horizon * (1 + levels)] as {@link SequenceModel#decode} gives them
     */
    public static HorizonForecast forecast(float[] decoded, SeriesScale scale, double[] levels) {
        int width = 1 + levels.length;
        int horizon = decoded.length / width;
        double[] mean = new double[horizon];
        double[][] quantiles = new double[levels.length][horizon];
        for (int step = 0; step < horizon; step++) {
            mean[step] = decoded[step * width] * scale.units();
            for (int level = 0; level < levels.length; level++) {
                quantiles[level][step] = decoded[step * width + 1 + level] * scale.units();
            }
        }
        return new HorizonForecast(mean, levels, quantiles).possible();
    }

    /** Monday is 0. */
    public static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, (long) WEEK);
    }

    private static float level(SeriesScale scale) {
        return logarithm(scale.units()) / 5;
    }

    private static float logarithm(double value) {
        return (float) Math.log1p(value);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
