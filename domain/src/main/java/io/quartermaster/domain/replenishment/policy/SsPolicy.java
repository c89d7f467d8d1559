package io.quartermaster.domain.replenishment.policy;

import java.util.Arrays;

/**
 * The best (s, S) policy for counted demand that waits when stock is out: once the stock with what
 * is under way, looked at every period, is at s or below, order up to S. With G(y) the expected
 * cost of a period L periods after an order that lifts it to y, and m, M the renewal density and
 * function of demand, {@code c(s, S) = (K + sum of m(j) G(S - j), j = 0 … S - s - 1) / M(S - s)}.
 * Source: Zheng and Federgruen (1991), exact.
 *
 * @param reorderPoint s, units
 * @param orderUpTo S, units
 * @param costPerPeriod ordering, holding and penalty, money per period
 */
public record SsPolicy(int reorderPoint, int orderUpTo, double costPerPeriod) {

    private static final int MOST_UNITS = 10_000;

    /**
     * The policy that costs least.
     *
     * @param demand of one period
     * @param leadTime whole periods from order to arrival, 0 or more
     * @param orderCost money per order, above 0
     */
    public static SsPolicy of(
            CountDemand demand,
            int leadTime,
            double orderCost,
            double holdingCost,
            double penaltyCost) {
        Terms.positive("order cost", orderCost, "orders are free: then base-stock is best");
        Terms.costs(holdingCost, penaltyCost);
        Terms.amount("lead time", leadTime);
        if (!(demand.mean() > 0)) {
            throw new IllegalArgumentException(
                    "The mean of demand (%s) must be above 0.\nMaybe the item is not sold: then no stock is wanted."
                            .formatted(demand.mean()));
        }
        double lot =
                EconomicOrderQuantity.withBackOrders(
                                orderCost, demand.mean(), holdingCost, penaltyCost)
                        .quantity();
        if (lot > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "The order quantity (about %s units) is too large to count unit by unit.\nMaybe count in packs, or lower the order cost (%s)."
                            .formatted(Math.rint(lot), orderCost));
        }
        CountDemand atRisk = demand.over(leadTime + 1);
        Search search = new Search(demand, atRisk, orderCost, holdingCost, penaltyCost);
        return search.best((int) Newsvendor.of(atRisk, holdingCost, penaltyCost).orderUpTo());
    }

    /** What any such policy costs per period. */
    public static double cost(
            CountDemand demand,
            int leadTime,
            double orderCost,
            double holdingCost,
            double penaltyCost,
            int reorderPoint,
            int orderUpTo) {
        CountDemand atRisk = demand.over(leadTime + 1);
        return new Search(demand, atRisk, orderCost, holdingCost, penaltyCost)
                .cost(reorderPoint, orderUpTo);
    }

    private static final class Search {
        private final CountDemand demand;
        private final CountDemand atRisk;
        private final double orderCost;
        private final double holdingCost;
        private final double penaltyCost;
        private double[] density = new double[64];
        private int known = 1;

        Search(
                CountDemand demand,
                CountDemand atRisk,
                double orderCost,
                double holdingCost,
                double penaltyCost) {
            this.demand = demand;
            this.atRisk = atRisk;
            this.orderCost = orderCost;
            this.holdingCost = holdingCost;
            this.penaltyCost = penaltyCost;
            this.density[0] = 1 / (1 - demand.probability(0));
        }

        /** Zheng and Federgruen's search, from the best level y without order cost. */
        SsPolicy best(int y) {
            int s = y - 1;
            int upTo = y;
            while (cost(s, upTo) > period(s)) {
                s--;
            }
            double best = cost(s, upTo);
            for (int next = y + 1; period(next) <= best; next++) {
                if (cost(s, next) < best) {
                    upTo = next;
                    while (cost(s, upTo) <= period(s + 1)) {
                        s++;
                    }
                    best = cost(s, upTo);
                }
            }
            return new SsPolicy(s, upTo, best);
        }

        double cost(int s, int upTo) {
            double sum = orderCost;
            double renewals = 0;
            for (int j = 0; j < upTo - s; j++) {
                double m = density(j);
                sum += m * period(upTo - j);
                renewals += m;
            }
            return sum / renewals;
        }

        private double period(int units) {
            return Newsvendor.cost(atRisk, units, holdingCost, penaltyCost);
        }

        /** Expected number of periods at which demand has summed to j since the order. */
        private double density(int j) {
            for (; known <= j; known++) {
                if (known == density.length) {
                    density = Arrays.copyOf(density, 2 * known);
                }
                double sum = 0;
                for (int d = Math.max(1, demand.least());
                        d <= Math.min(known, demand.largest());
                        d++) {
                    sum += demand.probability(d) * density[known - d];
                }
                density[known] = sum * density[0];
            }
            return density[j];
        }
    }
}
