package io.quartermaster.domain.forecast;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What one model expects of one item at one place. Step h (from 0) is the day {@code madeOn + 1 +
 * h}. All arrays have one entry per step; all values are units, 0 or more.
 *
 * @param item the item
 * @param place the place
 * @param madeOn last day that was known when it was made
 * @param modelName for example {@code lstm}, {@code regression}, {@code seasonal_naive}, {@code
 *     cluster_prior}
 * @param modelVersion version of the model's weights or rule
 * @param champion whether this is the forecast the plan uses
 * @param mean expected units of each step
 * @param q10 0.1 quantile of each step
 * @param q50 0.5 quantile of each step
 * @param q90 0.9 quantile of each step
 * @param cumulativeQ50 0.5 quantile of the sum of steps 0 to h (quantiles do not add)
 * @param cumulativeQ90 0.9 quantile of the sum of steps 0 to h
 * @param asOf event time up to which the forecast knows
 * @param reason why this model is the champion, in words; empty where it is not
 * @param revision 0 for the first; one made again after a correction of what it knew has a higher
 *     one and takes its place
 */
public record Forecast(
        String item,
        String place,
        LocalDate madeOn,
        String modelName,
        String modelVersion,
        boolean champion,
        double[] mean,
        double[] q10,
        double[] q50,
        double[] q90,
        double[] cumulativeQ50,
        double[] cumulativeQ90,
        Instant asOf,
        String reason,
        int revision) {

    /** A forecast whose older form leaves its reason unsaid. */
    public Forecast {
        reason = reason == null ? "" : reason;
    }

    /** The first forecast of its day, without a reason. */
    public Forecast(
            String item,
            String place,
            LocalDate madeOn,
            String modelName,
            String modelVersion,
            boolean champion,
            double[] mean,
            double[] q10,
            double[] q50,
            double[] q90,
            double[] cumulativeQ50,
            double[] cumulativeQ90,
            Instant asOf) {
        this(
                item,
                place,
                madeOn,
                modelName,
                modelVersion,
                champion,
                mean,
                q10,
                q50,
                q90,
                cumulativeQ50,
                cumulativeQ90,
                asOf,
                "",
                0);
    }
}
