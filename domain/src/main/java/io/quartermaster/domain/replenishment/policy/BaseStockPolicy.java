package io.quartermaster.domain.replenishment.policy;

import java.util.List;

/**
 * The best base-stock policy with periodic review and demand that waits: every R periods order up
 * to S. The order of period t decides the stock at the ends of periods t + L to t + L + R - 1, so S
 * is least with {@code mean of P(demand of L + k periods <= S), k = 1 … R,} at least the critical
 * ratio {@code penalty / (holding + penalty)}. Source: Zipkin (2000), section 9.6.
 *
 * @param orderUpTo S, units
 * @param safetyStock S less the mean demand of L + R periods, units
 * @param costPerPeriod holding and penalty, money per period
 * @param cycleService chance that a review cycle ends without shortage, 0 to 1
 */
public record BaseStockPolicy(
        double orderUpTo, double safetyStock, double costPerPeriod, double cycleService) {

    /**
     * The policy that costs least.
     *
     * @param atRisk demand of L + 1, L + 2, … L + R periods
     */
    public static BaseStockPolicy of(
            List<? extends Demand> atRisk, double holdingCost, double penaltyCost) {
        Terms.costs(holdingCost, penaltyCost);
        double ratio = penaltyCost / (holdingCost + penaltyCost);
        double low = atRisk.get(0).quantile(ratio);
        double high = atRisk.get(atRisk.size() - 1).quantile(ratio);
        boolean counted = atRisk.get(0) instanceof CountDemand;
        if (counted) {
            low--;
        }
        while (counted ? high - low > 1 : high - low > 1e-13 * (Math.abs(high) + high - low)) {
            double middle = counted ? Math.floor((low + high) / 2) : (low + high) / 2;
            if (chance(atRisk, middle) >= ratio - 1e-14) {
                high = middle;
            } else if (middle > low) {
                low = middle;
            } else {
                break;
            }
        }
        return at(atRisk, high, holdingCost, penaltyCost);
    }

    /** What a level of any kind costs, such as one that a service level asks for. */
    public static BaseStockPolicy at(
            List<? extends Demand> atRisk, double level, double holdingCost, double penaltyCost) {
        Demand longest = atRisk.get(atRisk.size() - 1);
        double sum = 0;
        for (Demand demand : atRisk) {
            sum += Newsvendor.cost(demand, level, holdingCost, penaltyCost);
        }
        return new BaseStockPolicy(
                level, level - longest.mean(), sum / atRisk.size(), longest.cumulative(level));
    }

    private static double chance(List<? extends Demand> atRisk, double level) {
        return atRisk.stream().mapToDouble(demand -> demand.cumulative(level)).average().orElse(1);
    }
}
