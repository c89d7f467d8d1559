package io.quartermaster.udfs.replenishment;

import io.quartermaster.domain.replenishment.policy.Newsvendor;
import io.quartermaster.domain.replenishment.policy.NormalDemand;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code NEWSVENDOR_LEVEL(mean, deviation, holding_cost, penalty_cost)}: the level up to which to
 * order for one period of normal demand, the mean where the deviation is 0. NULL if one is NULL.
 */
public final class NewsvendorLevelFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Double eval(Double mean, Double deviation, Double holdingCost, Double penaltyCost) {
        if (mean == null || deviation == null || holdingCost == null || penaltyCost == null) {
            return null;
        }
        if (deviation == 0) {
            return mean;
        }
        return Newsvendor.of(new NormalDemand(mean, deviation), holdingCost, penaltyCost)
                .orderUpTo();
    }
}
