package io.quartermaster.domain.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * What the days of the week are worth: mean units of each over the mean of all, from the first days
 * of many items. A weekday that never sells has 0. Sums of whole numbers: the order of the items
 * does not matter.
 *
 * @param factors [7], 0 or more, by {@link DemandFeatures#weekday}
 */
public record WeekdayShape(double[] factors) {

    private static final int WEEK = 7;

    /** Every day alike. */
    public static final WeekdayShape FLAT = new WeekdayShape(new double[] {1, 1, 1, 1, 1, 1, 1});

    /** The shape of these beginnings; flat where they sold nothing. */
    public static WeekdayShape of(List<EarlyDemand> beginnings) {
        double[] sums = new double[WEEK];
        double total = 0;
        for (EarlyDemand beginning : beginnings) {
            for (int age = 0; age < ClusterPrior.YOUNG_DAYS; age++) {
                sums[DemandFeatures.weekday(beginning.firstDay() + age)] += beginning.units()[age];
                total += beginning.units()[age];
            }
        }
        if (total == 0) {
            return FLAT;
        }
        double mean = total / WEEK;
        return new WeekdayShape(Arrays.stream(sums).map(sum -> sum / mean).toArray());
    }

    /** Factor of a day. */
    public double on(long epochDay) {
        return factors[DemandFeatures.weekday(epochDay)];
    }
}
