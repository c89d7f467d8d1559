package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.forecast.StandardNormal;
import io.quartermaster.domain.replenishment.ItemCosts;
import io.quartermaster.domain.replenishment.OrderRules;
import io.quartermaster.domain.replenishment.SafetyStock;
import io.quartermaster.domain.replenishment.policy.Newsvendor;

/**
 * A row of {@code items.csv}: what a unit costs, how it may be ordered, and the stock that is kept
 * for its demand.
 *
 * @param safetyStock whether stock below the safety stock costs
 * @param endStock whether stock below what the days after the horizon ask for costs
 */
record PlanItemRow(PlanTable table, NamedCsvRecord row, boolean safetyStock, boolean endStock) {

    private static final double DEFAULT_SERVICE_LEVEL = 0.95;

    int leadTimeDays() {
        return (int) table.whole(row, "lead_time_days", 0, 0);
    }

    int shelfLifeDays() {
        return (int) table.whole(row, "shelf_life_days", 1, 0);
    }

    double maxStock() {
        return table.amount(row, "max_stock", Double.POSITIVE_INFINITY);
    }

    double unitVolume() {
        return table.amount(row, "unit_volume", 1);
    }

    private double serviceLevel() {
        double level = table.amount(row, "service_level", DEFAULT_SERVICE_LEVEL);
        if (!(level > 0 && level < 1)) {
            throw table.problem(
                    row, "service_level", Double.toString(level), "must lie between 0 and 1");
        }
        return level;
    }

    /**
     * Units that are kept against the demand of the days at risk.
     *
     * @param demand mean and deviation of each day, in units
     * @param riskDays days from an order to the arrival of the next one
     */
    SafetyStock safetyStock(double[][] demand, int riskDays) {
        double level = serviceLevel();
        if (!safetyStock) {
            return SafetyStock.NONE;
        }
        int days = demand[0].length;
        int steps = Math.min(riskDays, days);
        double leadTimeDeviation = table.amount(row, "lead_time_sd_days", 0);
        double variance = Math.pow(mean(demand[0]) * leadTimeDeviation, 2);
        double sum = 0;
        for (int day = 0; day < steps; day++) {
            sum += demand[0][day];
            variance += demand[1][day] * demand[1][day];
        }
        double[] median = new double[steps];
        double[] upper = new double[steps];
        median[steps - 1] = sum;
        upper[steps - 1] = sum + StandardNormal.quantile(0.9) * Math.sqrt(variance);
        return SafetyStock.of(median, upper, riskDays, level);
    }

    /** Units wanted at the horizon's end: what the days at risk ask for, and the safety stock. */
    double endStock(double[][] demand, int riskDays, SafetyStock safety) {
        return endStock ? mean(demand[0]) * riskDays + safety.units() : 0;
    }

    ItemCosts costs(int riskDays) {
        double unit = table.amount(row, "unit_cost");
        double holding = table.amount(row, "holding_cost_per_day");
        return new ItemCosts(
                unit,
                table.amount(row, "order_cost", 0),
                holding,
                table.amount(row, "lost_sale_cost"),
                safetyStock ? Newsvendor.shortfallCost(holding, serviceLevel()) : 0,
                endStock ? unit + holding * riskDays : 0,
                table.amount(row, "backorder_cost", Double.POSITIVE_INFINITY));
    }

    OrderRules rules(PlanOffers.Route route) {
        return new OrderRules(
                leadTimeDays(),
                table.whole(row, "pack", 1, 1),
                table.whole(row, "min_order", 0, 0),
                table.whole(row, "max_order", 0, Long.MAX_VALUE),
                route.orderDays(),
                route.pool(),
                table.tiers(row, "price_tiers"));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
