package io.quartermaster.domain.forecast.online;

/**
 * The sum over a whole horizon that was forecast, until it is known.
 *
 * @param madeOn step of the last value that was known
 * @param median 0.5 quantile of the sum, not calibrated
 * @param high 0.9 quantile of the sum, not calibrated
 * @param told the calibrated 0.9 quantile
 * @param sum of the values so far
 */
public record OpenSum(long madeOn, double median, double high, double told, double sum) {

    OpenSum with(double value) {
        return new OpenSum(madeOn, median, high, told, sum + value);
    }
}
