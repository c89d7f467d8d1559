package io.quartermaster.udfs.replenishment;

import io.quartermaster.domain.replenishment.Newsvendor;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code NEWSVENDOR_LEVEL(mean, deviation, holding_cost, penalty_cost)}: the level up to which to
 * order for one period of normal demand. NULL if one is NULL.
 */
public final class NewsvendorLevelFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Double eval(Double mean, Double deviation, Double holdingCost, Double penaltyCost) {
        if (mean == null || deviation == null || holdingCost == null || penaltyCost == null) {
            return null;
        }
        return Newsvendor.orderUpTo(mean, deviation, holdingCost, penaltyCost);
    }
}
