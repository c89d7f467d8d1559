package io.quartermaster.udfs.replenishment;

import io.quartermaster.domain.replenishment.SafetyStock;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code SAFETY_STOCK(q50, q90, service_level)}: units kept beyond expected demand, from the 0.5
 * and 0.9 quantile of the summed demand over the days at risk. NULL if one is NULL.
 */
public final class SafetyStockFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Double eval(Double median, Double ninetieth, Double serviceLevel) {
        if (median == null || ninetieth == null || serviceLevel == null) {
            return null;
        }
        double[] medians = {median};
        double[] ninetieths = {ninetieth};
        return SafetyStock.of(medians, ninetieths, 1, serviceLevel).units();
    }
}
