package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.forecast.Forecast;
import java.time.LocalDate;

/**
 * What a plan needs of the champion forecast of one item at one place. Step h is the day {@code
 * madeOn + 1 + h}.
 *
 * @param item the item
 * @param place the place
 * @param madeOn last day that was known
 * @param mean expected units of each step
 * @param cumulativeQ50 0.5 quantile of the sum of steps 0 to h
 * @param cumulativeQ90 0.9 quantile of the sum of steps 0 to h
 * @param revision the highest one of a day counts
 */
public record ItemForecast(
        String item,
        String place,
        LocalDate madeOn,
        double[] mean,
        double[] cumulativeQ50,
        double[] cumulativeQ90,
        int revision) {

    /** The first forecast of its day. */
    public ItemForecast(
            String item,
            String place,
            LocalDate madeOn,
            double[] mean,
            double[] cumulativeQ50,
            double[] cumulativeQ90) {
        this(item, place, madeOn, mean, cumulativeQ50, cumulativeQ90, 0);
    }

    public static ItemForecast of(Forecast forecast) {
        return new ItemForecast(
                forecast.item(),
                forecast.place(),
                forecast.madeOn(),
                forecast.mean(),
                forecast.cumulativeQ50(),
                forecast.cumulativeQ90(),
                forecast.revision());
    }

    /** Expected units of a step; beyond the last step the mean of all. */
    public double mean(int step) {
        return step < mean.length ? Math.max(0, mean[step]) : meanPerDay();
    }

    /** Expected units of a day, over all steps. */
    public double meanPerDay() {
        double sum = 0;
        for (double units : mean) {
            sum += Math.max(0, units);
        }
        return mean.length == 0 ? 0 : sum / mean.length;
    }
}
