package io.quartermaster.domain.replenishment.policy;

/**
 * Lots for known demand: one entry a period. An order arrives before the demand of its period;
 * every demand is met; what is left at a period's end costs that period's holding cost.
 */
public final class LotSizes {

    private final double[] demand;
    private final double[] orderCost;
    private final double[] unitCost;
    private final double[] holdingCost;

    /**
     * Demand and costs, all of the same length, all 0 or more.
     *
     * @param demand units
     * @param orderCost money per order
     * @param unitCost money per unit ordered
     * @param holdingCost money per unit left at the period's end
     */
    public LotSizes(double[] demand, double[] orderCost, double[] unitCost, double[] holdingCost) {
        int periods = demand.length;
        if (periods == 0
                || orderCost.length != periods
                || unitCost.length != periods
                || holdingCost.length != periods) {
            throw new IllegalArgumentException(
                    "The periods of demand (%d) must be 1 or more, each with its costs.\nMaybe the file holds a header only."
                            .formatted(periods));
        }
        this.demand = amounts("demand", demand);
        this.orderCost = amounts("order cost", orderCost);
        this.unitCost = amounts("unit cost", unitCost);
        this.holdingCost = amounts("holding cost", holdingCost);
    }

    private static double[] amounts(String name, double[] values) {
        for (int t = 0; t < values.length; t++) {
            Terms.amount("%s of period %d".formatted(name, t), values[t]);
        }
        return values.clone();
    }

    public int periods() {
        return demand.length;
    }

    public double demand(int period) {
        return demand[period];
    }

    public double orderCost(int period) {
        return orderCost[period];
    }

    public double unitCost(int period) {
        return unitCost[period];
    }

    public double holdingCost(int period) {
        return holdingCost[period];
    }

    /** Units left at each period's end. */
    public double[] stock(double[] orders) {
        double[] stock = new double[periods()];
        double left = 0;
        for (int t = 0; t < stock.length; t++) {
            left += orders[t] - demand[t];
            stock[t] = Math.abs(left) < 1e-9 * (1 + demand[t] + orders[t]) ? 0 : left;
            left = stock[t];
        }
        return stock;
    }

    /** What orders cost, all together. */
    public double cost(double[] orders) {
        double[] stock = stock(orders);
        double sum = 0;
        for (int t = 0; t < orders.length; t++) {
            sum += orders[t] > 0 ? orderCost[t] + unitCost[t] * orders[t] : 0;
            sum += holdingCost[t] * stock[t];
        }
        return sum;
    }
}
