package io.quartermaster.domain.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each plant could do for an order.
 *
 * @param order the order
 * @param plants all plants, by name
 * @param ways of each plant, empty where it has none
 * @param costs of each plant, infinite where it has no way
 * @param reason why it goes unserved if no plant takes it
 */
record OrderChoices(
        ShippingOrder order,
        List<String> plants,
        List<Optional<PlantNetwork.Lane>> ways,
        double[] costs,
        String reason) {

    static OrderChoices of(PlantNetwork network, ShippingOrder order) {
        List<String> names = List.copyOf(network.plants().keySet());
        List<String> making = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> reaching = new ArrayList<>();
        List<Optional<PlantNetwork.Lane>> ways = new ArrayList<>();
        double[] costs = new double[names.size()];
        for (int i = 0; i < costs.length; i++) {
            PlantNetwork.Plant plant = network.plants().get(names.get(i));
            Optional<PlantNetwork.Lane> way = Optional.empty();
            if (plant.products().contains(order.product())) {
                making.add(names.get(i));
                if (plant.onlyFor().isEmpty() || plant.onlyFor().contains(order.customer())) {
                    open.add(names.get(i));
                    way = network.lane(order, names.get(i));
                }
            }
            if (way.isPresent()) {
                reaching.add(names.get(i));
            }
            ways.add(way);
            costs[i] =
                    way.map(lane -> lane.cost() + plant.unitCost() * order.units())
                            .orElse(Double.POSITIVE_INFINITY);
        }
        return new OrderChoices(order, names, ways, costs, reason(order, making, open, reaching));
    }

    private static String reason(
            ShippingOrder order, List<String> making, List<String> open, List<String> reaching) {
        if (making.isEmpty()) {
            return "no plant makes the product (%s)".formatted(order.product());
        }
        if (open.isEmpty()) {
            return "the plants that make the product (%s) serve other customers only"
                    .formatted(String.join(" ", making));
        }
        if (reaching.isEmpty()) {
            return "no freight by the service (%s) for a weight of %s from the plants (%s) to %s"
                    .formatted(
                            order.service(),
                            order.weight(),
                            String.join(" ", open),
                            order.destination());
        }
        return "the plants that could serve it (%s) are full on %s"
                .formatted(String.join(" ", reaching), order.day());
    }

    /** What a plant does for the order; empty for plant -1, which is none. */
    Optional<OrderAssignment.Served> served(int plant) {
        if (plant < 0) {
            return Optional.empty();
        }
        PlantNetwork.Lane lane = ways.get(plant).orElseThrow();
        return Optional.of(
                new OrderAssignment.Served(
                        order, plants.get(plant), lane, costs[plant] - lane.cost(), lane.cost()));
    }
}
