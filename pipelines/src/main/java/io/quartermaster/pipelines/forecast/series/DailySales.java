package io.quartermaster.pipelines.forecast.series;

import java.util.Arrays;

/**
 * A series' values day by day without gaps, as the plainest model reads them. Days that the file
 * lacks are what its assembly made of them; a series of another frequency counts its steps as days.
 *
 * @param firstDay epoch day of the first value
 * @param values one a day
 */
public record DailySales(long firstDay, double[] values) {

    public static DailySales of(Series series) {
        long[] days = series.days();
        double[] values = new double[Math.toIntExact(days[days.length - 1] - days[0] + 1)];
        for (int i = 0; i < days.length; i++) {
            values[(int) (days[i] - days[0])] = series.values()[i];
        }
        return new DailySales(days[0], values);
    }

    /** The first days only. */
    DailySales first(int count) {
        return new DailySales(firstDay, Arrays.copyOf(values, count));
    }
}
