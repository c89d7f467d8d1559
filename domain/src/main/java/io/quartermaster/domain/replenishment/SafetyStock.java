package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.forecast.StandardNormal;

/**
 * Units kept beyond expected demand, from the forecast's quantiles of the summed demand over the
 * days at risk (lead time and review): {@code z(level) * deviation}, where the deviation is what
 * lies between the 0.5 and 0.9 quantile of that sum, divided by z(0.9). Beyond the forecast's last
 * step the deviation grows with the root of the days.
 *
 * @param units the safety stock, 0 or more
 * @param riskDays days at risk
 * @param serviceLevel quantile of demand that stock shall cover
 */
public record SafetyStock(double units, int riskDays, double serviceLevel) {

    public SafetyStock {
        if (!(units >= 0) || riskDays < 0) {
            throw new IllegalArgumentException(
                    "The safety stock (%s) over (%d) days must be 0 or more."
                            .formatted(units, riskDays));
        }
    }

    /** None at all. */
    public static final SafetyStock NONE = new SafetyStock(0, 0, 0.5);

    /**
     * The safety stock that a forecast asks for.
     *
     * @param cumulativeQ50 0.5 quantile of the sum of steps 0 to h, one per step
     * @param cumulativeQ90 0.9 quantile of the same sums
     * @param riskDays lead time and review, 1 or more
     * @param serviceLevel quantile of demand that stock shall cover, at least 0.5
     */
    public static SafetyStock of(
            double[] cumulativeQ50, double[] cumulativeQ90, int riskDays, double serviceLevel) {
        if (riskDays < 1 || cumulativeQ50.length == 0) {
            return new SafetyStock(0, Math.max(0, riskDays), serviceLevel);
        }
        int step = Math.min(riskDays, cumulativeQ50.length) - 1;
        double spread = Math.max(0, cumulativeQ90[step] - cumulativeQ50[step]);
        double deviation =
                spread / StandardNormal.quantile(0.9) * Math.sqrt(riskDays / (double) (step + 1));
        double units = Math.max(0, deviation * StandardNormal.quantile(serviceLevel));
        return new SafetyStock(units, riskDays, serviceLevel);
    }
}
