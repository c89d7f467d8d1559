package io.quartermaster.domain.replenishment.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where to keep safety stock in a tree of stages that guarantee service times: stage k with inbound
 * time SI, own time T and service time S covers SI + T - S periods and holds {@code z sigma_k
 * root(SI + T - S)}. The cheapest service times by dynamic programme over the tree: of each stage
 * the least cost of what hangs on it, by its service time where its parent is supplied by it, else
 * by its inbound time. Source: Graves and Willems (2000).
 *
 * @param placements one per stage, in the order of the stages
 * @param costPerPeriod holding cost of all safety stock, money
 */
public record ServiceTimes(List<Placement> placements, double costPerPeriod) {

    public ServiceTimes {
        placements = List.copyOf(placements);
    }

    /**
     * What a stage promises and holds.
     *
     * @param stage its name
     * @param serviceTime periods from an order until it is served
     * @param inboundTime periods until all its inputs are there
     * @param safetyStock units
     * @param costPerPeriod of it, money
     */
    public record Placement(
            String stage,
            int serviceTime,
            int inboundTime,
            double safetyStock,
            double costPerPeriod) {}

    /**
     * The cheapest placement.
     *
     * @param safetyFactor z: demand of n periods is taken to be at most z sigma root(n) above its
     *     mean, above 0
     */
    public static ServiceTimes of(ServiceNetwork network, double safetyFactor) {
        Terms.positive("safety factor", safetyFactor, "the service level is 0.5 or less");
        return new Search(network, safetyFactor).solve();
    }

    private static final class Search {
        private final ServiceNetwork network;
        private final double safetyFactor;

        /** Least cost of what hangs on a stage, by its service time or its inbound time. */
        private final double[][] byService;

        private final double[][] byInbound;
        private final int[] service;
        private final int[] inbound;

        Search(ServiceNetwork network, double safetyFactor) {
            int stages = network.stages.size();
            this.network = network;
            this.safetyFactor = safetyFactor;
            this.byService = new double[stages][];
            this.byInbound = new double[stages][];
            this.service = new int[stages];
            this.inbound = new int[stages];
        }

        ServiceTimes solve() {
            for (int stage : network.order) {
                if (isSupplierOfParent(stage)) {
                    byService[stage] = costs(stage, true);
                } else {
                    byInbound[stage] = costs(stage, false);
                }
            }
            for (int place = network.order.length - 1; place >= 0; place--) {
                choose(network.order[place]);
            }
            return answer();
        }

        private boolean isSupplierOfParent(int stage) {
            int parent = network.parent[stage];
            return parent >= 0 && network.customers.get(stage).contains(parent);
        }

        private int mostInbound(int stage) {
            return network.longest[stage] - network.stages.get(stage).time();
        }

        private double[] costs(int stage, boolean isByService) {
            int time = network.stages.get(stage).time();
            int limit = network.serviceLimit(stage);
            double[] upstream = upstream(stage);
            double[] downstream = downstream(stage);
            double[] costs =
                    new double[(isByService ? network.longest[stage] : mostInbound(stage)) + 1];
            Arrays.fill(costs, Double.POSITIVE_INFINITY);
            for (int in = 0; in < upstream.length; in++) {
                for (int out = 0; out <= Math.min(limit, in + time); out++) {
                    int at = isByService ? out : in;
                    double cost = upstream[in] + downstream[out] + stockCost(stage, in, out);
                    costs[at] = Math.min(costs[at], cost);
                }
            }
            return costs;
        }

        /** Least cost of suppliers that hang on a stage, by its inbound time. */
        private double[] upstream(int stage) {
            double[] sum = new double[mostInbound(stage) + 1];
            Arrays.fill(sum, 0, network.stages.get(stage).inboundTime(), Double.POSITIVE_INFINITY);
            for (int supplier : network.suppliers.get(stage)) {
                if (supplier != network.parent[stage]) {
                    double least = Double.POSITIVE_INFINITY;
                    for (int in = 0; in < sum.length; in++) {
                        double[] costs = byService[supplier];
                        least = in < costs.length ? Math.min(least, costs[in]) : least;
                        sum[in] += least;
                    }
                }
            }
            return sum;
        }

        /** Least cost of customers that hang on a stage, by its service time. */
        private double[] downstream(int stage) {
            double[] sum = new double[network.longest[stage] + 1];
            for (int customer : network.customers.get(stage)) {
                if (customer != network.parent[stage]) {
                    double[] costs = byInbound[customer];
                    double least = Double.POSITIVE_INFINITY;
                    for (int in = costs.length - 1; in >= 0; in--) {
                        least = Math.min(least, costs[in]);
                        if (in < sum.length) {
                            sum[in] += least;
                        }
                    }
                }
            }
            return sum;
        }

        private double stockCost(int stage, int in, int out) {
            return network.stages.get(stage).holdingCost() * stock(stage, in, out);
        }

        private double stock(int stage, int in, int out) {
            int periods = in + network.stages.get(stage).time() - out;
            return safetyFactor * network.pooled[stage] * Math.sqrt(periods);
        }

        /** The parent's times bind one of the stage's own: the least cost tells the other. */
        private void choose(int stage) {
            int parent = network.parent[stage];
            boolean isSupplier = isSupplierOfParent(stage);
            int time = network.stages.get(stage).time();
            double[] upstream = upstream(stage);
            double[] downstream = downstream(stage);
            double best = Double.POSITIVE_INFINITY;
            int mostOut = network.serviceLimit(stage);
            if (isSupplier) {
                mostOut = Math.min(mostOut, inbound[parent]);
            }
            int leastIn = parent >= 0 && !isSupplier ? service[parent] : 0;
            for (int in = leastIn; in < upstream.length; in++) {
                for (int out = 0; out <= Math.min(mostOut, in + time); out++) {
                    double cost = upstream[in] + downstream[out] + stockCost(stage, in, out);
                    if (cost < best && !(best - cost <= 1e-12 * Math.abs(cost))) {
                        best = cost;
                        inbound[stage] = in;
                        service[stage] = out;
                    }
                }
            }
        }

        private ServiceTimes answer() {
            List<Placement> placements = new ArrayList<>();
            double sum = 0;
            for (int i = 0; i < service.length; i++) {
                double cost = stockCost(i, inbound[i], service[i]);
                double units = stock(i, inbound[i], service[i]);
                placements.add(
                        new Placement(
                                network.stages.get(i).name(), service[i], inbound[i], units, cost));
                sum += cost;
            }
            return new ServiceTimes(placements, sum);
        }
    }
}
