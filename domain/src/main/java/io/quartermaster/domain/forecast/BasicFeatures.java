package io.quartermaster.domain.forecast;

/**
 * Inputs of the plainest model, {@code train lstm --profile basic}: for each day its weekday
 * (Monday 0, Sunday 1) and the values 1, 2, 3, 7 and 14 days before. The last step is the day that
 * is forecast, so its own value is not among its inputs.
 */
public final class BasicFeatures {

    /** Name and version of this rule. */
    public static final String NAME = "basic-1";

    /** Days of a window. */
    public static final int STEPS = 14;

    private static final int[] LAGS = {1, 2, 3, 7, 14};

    /** Numbers per day: its weekday and the lags. */
    public static final int INPUTS = 1 + LAGS.length;

    /** Values before the first day that has all its lags. */
    public static final int LONGEST_LAG = 14;

    private BasicFeatures() {}

    /**
     * What values are measured by.
     *
     * @param mean of the values
     * @param deviation above 0
     */
    public record Scale(double mean, double deviation) {

        /** Of the first values; a series that does not vary has the deviation 1. */
        public static Scale of(double[] values, int count) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i];
            }
            double mean = sum / count;
            for (int i = 0; i < count; i++) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            double deviation = Math.sqrt(squares / count);
            return new Scale(mean, deviation > 0 ? deviation : 1);
        }

        public float scaled(double value) {
            return (float) ((value - mean) / deviation);
        }

        public double value(double scaled) {
            return mean + deviation * scaled;
        }
    }

    /**
     * The window whose last step is a day, oldest first: {@link #STEPS} days, fewer where lags are
     * not known.
     *
     * @param values day by day without gaps
     * @param firstDay epoch day of the first value
     * @param target index of the day to forecast, {@link #LONGEST_LAG} to the number of values
     */
    public static float[][] window(double[] values, long firstDay, int target, Scale scale) {
        int steps = Math.min(STEPS, target - LONGEST_LAG + 1);
        float[][] window = new float[steps][INPUTS];
        for (int step = 0; step < steps; step++) {
            int day = target - steps + 1 + step;
            window[step][0] = DemandFeatures.weekday(firstDay + day) / 6f;
            for (int lag = 0; lag < LAGS.length; lag++) {
                window[step][1 + lag] = scale.scaled(values[day - LAGS[lag]]);
            }
        }
        return window;
    }
}
