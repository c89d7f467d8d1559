package io.quartermaster.domain.forecast.hierarchy;

/**
 * What is kept of a series or a total between two days on which forecasts are made.
 *
 * @param lastDay epoch day of the newest of the days
 * @param wanted units wanted of each day up to it, newest last, {@link #DAYS} at most; empty of a
 *     total, which is the sum of its series
 * @param madeOn epoch day of the last forecast
 * @param mean of its steps; empty if there was none
 * @param errors of the days that were forecast: units less mean, newest last, {@link #ERRORS} at
 *     most
 */
public record NodeMemory(
        long lastDay, float[] wanted, long madeOn, double[] mean, double[] errors) {

    /** Days kept: nine weeks. */
    public static final int DAYS = 63;

    /** Errors kept: four weeks. */
    public static final int ERRORS = 28;

    /** Nothing is known. */
    public static final NodeMemory NOTHING =
            new NodeMemory(
                    Long.MIN_VALUE, new float[0], Long.MIN_VALUE, new double[0], new double[0]);

    /** With what was wanted on a day: a new one, or a kept one again. */
    public NodeMemory with(long day, double units) {
        if (wanted.length > 0 && day <= lastDay - DAYS) {
            return this;
        }
        long newest = wanted.length == 0 ? day : Math.max(day, lastDay);
        long oldest =
                Math.max(
                        newest - DAYS + 1,
                        wanted.length == 0 ? day : Math.min(day, lastDay - wanted.length + 1));
        float[] next = new float[(int) (newest - oldest + 1)];
        for (int i = 0; i < next.length; i++) {
            next[i] = (float) wanted(oldest + i);
        }
        next[(int) (day - oldest)] = (float) units;
        return new NodeMemory(newest, next, madeOn, mean, errors);
    }

    /** Units wanted on a day, 0 where none is kept. */
    public double wanted(long day) {
        long back = wanted.length == 0 ? -1 : lastDay - day;
        return back < 0 || back >= wanted.length ? 0 : wanted[(int) (wanted.length - 1 - back)];
    }

    /**
     * With the errors of the days that the last forecast was for.
     *
     * @param actual units of each of the last {@link #DAYS} days
     * @param through epoch day of the last of them
     */
    NodeMemory judged(double[] actual, long through) {
        int steps = mean.length == 0 ? 0 : (int) Math.min(mean.length, through - madeOn);
        double[] all = new double[errors.length + steps];
        System.arraycopy(errors, 0, all, 0, errors.length);
        for (int step = 0; step < steps; step++) {
            long back = through - (madeOn + 1 + step);
            all[errors.length + step] =
                    back >= actual.length
                            ? 0
                            : actual[(int) (actual.length - 1 - back)] - mean[step];
        }
        int kept = Math.min(ERRORS, all.length);
        double[] next = new double[kept];
        System.arraycopy(all, all.length - kept, next, 0, kept);
        return new NodeMemory(lastDay, wanted, madeOn, mean, next);
    }

    /** With the errors of the days up to one, from its own days. */
    public NodeMemory judged(long through) {
        double[] actual = new double[DAYS];
        for (int i = 0; i < DAYS; i++) {
            actual[i] = wanted(through - DAYS + 1 + i);
        }
        return judged(actual, through);
    }

    /** With a new forecast. */
    public NodeMemory forecasting(long day, double[] nextMean) {
        return new NodeMemory(lastDay, wanted, day, nextMean, errors);
    }
}
