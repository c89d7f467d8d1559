package io.quartermaster.domain.network;

import java.util.List;

/**
 * Which places to run, and who serves whom: capacitated facility location.
 *
 * @param places where a facility may run, at least one
 * @param customers whom they serve, at least one
 * @param costs money if a place serves a customer's whole demand, a part of it in proportion; by
 *     customer, then place; infinite where the place cannot serve the customer
 * @param singleSource whether one place serves a customer's whole demand
 */
public record FacilityProblem(
        List<Place> places, List<Customer> customers, double[][] costs, boolean singleSource) {

    /**
     * A place.
     *
     * @param capacity units, 0 or more; infinite for no limit
     * @param fixedCost money if it runs, 0 or more
     */
    public record Place(String name, double capacity, double fixedCost) {

        public Place {
            if (!(capacity >= 0)) {
                throw new IllegalArgumentException(
                        "The capacity (%s) of place (%s) must be 0 or more."
                                .formatted(capacity, name));
            }
            requireAmount("fixed cost (%s) of place (%s)", fixedCost, name);
        }
    }

    /**
     * A customer.
     *
     * @param demand units, 0 or more
     */
    public record Customer(String name, double demand) {

        public Customer {
            requireAmount("demand (%s) of customer (%s)", demand, name);
        }
    }

    public FacilityProblem {
        places = List.copyOf(places);
        customers = List.copyOf(customers);
        if (places.isEmpty() || customers.isEmpty() || costs.length != customers.size()) {
            throw new IllegalArgumentException(
                    "The places (%d) and customers (%d) must be at least one each, with a row of costs (%d) per customer."
                            .formatted(places.size(), customers.size(), costs.length));
        }
        for (int customer = 0; customer < costs.length; customer++) {
            requireCosts(places, customers.get(customer), costs[customer]);
        }
    }

    private static void requireCosts(List<Place> places, Customer customer, double[] costs) {
        if (costs.length != places.size()) {
            throw new IllegalArgumentException(
                    "The costs (%d) of customer (%s) must be as many as the places (%d)."
                            .formatted(costs.length, customer.name(), places.size()));
        }
        for (int place = 0; place < costs.length; place++) {
            if (!(costs[place] >= 0)) {
                throw new IllegalArgumentException(
                        "The cost (%s) of serving customer (%s) from place (%s) must be 0 or more."
                                .formatted(
                                        costs[place], customer.name(), places.get(place).name()));
            }
        }
    }

    private static void requireAmount(String what, double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "The %s must be finite, 0 or more.".formatted(what.formatted(value, name)));
        }
    }

    /** Units that all customers ask for. */
    public double demand() {
        return customers.stream().mapToDouble(Customer::demand).sum();
    }

    /**
     * Refuses what cannot be served at all.
     *
     * @throws IllegalArgumentException when a customer has no place, or all places are too small
     */
    public void requireServable() {
        for (int customer = 0; customer < costs.length; customer++) {
            double most = reachable(customer);
            Customer one = customers.get(customer);
            if (most < one.demand() * (1 - 1e-9)) {
                throw new IllegalArgumentException(
                        "The demand (%s) of customer (%s) is more than %s (%s).\nMaybe add a place that can serve it, or raise a capacity."
                                .formatted(
                                        one.demand(),
                                        one.name(),
                                        singleSource
                                                ? "any one place that can serve it holds"
                                                : "the places that can serve it hold",
                                        most));
            }
        }
        double capacity = places.stream().mapToDouble(Place::capacity).sum();
        if (capacity < demand() * (1 - 1e-9)) {
            throw new IllegalArgumentException(
                    "The customers ask for %s units, all places together hold %s.\nMaybe add a place, or raise a capacity."
                            .formatted(demand(), capacity));
        }
    }

    private double reachable(int customer) {
        double sum = 0;
        double most = 0;
        for (int place = 0; place < places.size(); place++) {
            if (costs[customer][place] < Double.POSITIVE_INFINITY) {
                sum += places.get(place).capacity();
                most = Math.max(most, places.get(place).capacity());
            }
        }
        return singleSource ? most : sum;
    }
}
