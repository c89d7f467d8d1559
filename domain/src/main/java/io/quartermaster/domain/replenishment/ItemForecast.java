package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.forecast.Forecast;
import java.time.LocalDate;
import java.util.Arrays;

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

    /**
     * The same forecast as it stands some days after it was made: the days that have passed are
     * left out. The spread of sums is that of independent days.
     *
     * @param day last day that is known now, not before the one it was made on
     */
    public ItemForecast asOf(LocalDate day) {
        long since = day.toEpochDay() - madeOn.toEpochDay();
        int passed = (int) Math.min(mean.length - 1L, since);
        if (passed <= 0) {
            return this;
        }
        int left = mean.length - passed;
        double[] middle = new double[left];
        double[] high = new double[left];
        double gone = cumulativeQ50[passed - 1];
        double spreadGone = cumulativeQ90[passed - 1] - gone;
        for (int step = 0; step < left; step++) {
            double spread = cumulativeQ90[step + passed] - cumulativeQ50[step + passed];
            middle[step] = cumulativeQ50[step + passed] - gone;
            high[step] =
                    middle[step]
                            + Math.sqrt(Math.max(0, spread * spread - spreadGone * spreadGone));
        }
        double[] later = Arrays.copyOfRange(mean, passed, mean.length);
        return new ItemForecast(item, place, day, later, middle, high, revision);
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
