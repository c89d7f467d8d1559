package io.quartermaster.domain.replenishment.justintime;

import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.ItemForecast;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Demand of the days after one, from a forecast made on it or before. Beyond the forecast's last
 * step it goes on at the mean of all steps, and the deviation of its sum grows with the root of the
 * days.
 */
final class DemandAhead {

    private final ItemForecast forecast;
    private final int passed;
    private final double perDay;

    DemandAhead(ItemForecast forecast, LocalDate day) {
        this.forecast = forecast;
        this.passed = (int) Math.max(0, ChronoUnit.DAYS.between(forecast.madeOn(), day));
        this.perDay = forecast.meanPerDay();
    }

    /** Expected units of a day over all steps. */
    double perDay() {
        return perDay;
    }

    /** Expected units of the day so many days ahead, from 1. */
    double on(int ahead) {
        return forecast.mean(passed + ahead - 1);
    }

    /** What a quantile of the sum of so many days lies above its mean; below it if it does. */
    double above(int days, double quantile) {
        double[] half = forecast.cumulativeQ50();
        double[] most = forecast.cumulativeQ90();
        if (half.length == 0) {
            return 0;
        }
        int step = Math.min(days, half.length) - 1;
        double deviation =
                Math.max(0, most[step] - half[step])
                        / StandardNormal.quantile(0.9)
                        * Math.sqrt(days / (double) (step + 1));
        return StandardNormal.quantile(quantile) * deviation;
    }
}
