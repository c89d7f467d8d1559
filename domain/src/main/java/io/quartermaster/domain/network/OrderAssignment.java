package io.quartermaster.domain.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which plant makes each order, and by which port, carrier and service it goes: as many orders as
 * can be served within the plants' daily capacities, at the least cost of plants and freight. Every
 * order stands in one of the two lists.
 *
 * @param served in the order of the input
 * @param unserved with the reason, in the order of the input
 */
public record OrderAssignment(List<Served> served, List<Unserved> unserved) {

    /**
     * An order that is served.
     *
     * @param plantCost money
     * @param freightCost money
     */
    public record Served(
            ShippingOrder order,
            String plant,
            PlantNetwork.Lane lane,
            double plantCost,
            double freightCost) {}

    /** An order that is not, and why. */
    public record Unserved(ShippingOrder order, String reason) {}

    public OrderAssignment {
        served = List.copyOf(served);
        unserved = List.copyOf(unserved);
    }

    /** Assigns all orders. */
    public static OrderAssignment of(PlantNetwork network, List<ShippingOrder> orders) {
        Map<String, List<Integer>> days = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            days.computeIfAbsent(orders.get(i).day(), day -> new ArrayList<>()).add(i);
        }
        Served[] served = new Served[orders.size()];
        String[] reasons = new String[orders.size()];
        for (List<Integer> ofDay : days.values()) {
            assign(network, orders, ofDay, served, reasons);
        }
        List<Unserved> unserved = new ArrayList<>();
        for (int i = 0; i < reasons.length; i++) {
            if (reasons[i] != null) {
                unserved.add(new Unserved(orders.get(i), reasons[i]));
            }
        }
        return new OrderAssignment(
                Arrays.stream(served).filter(one -> one != null).toList(), unserved);
    }

    private static void assign(
            PlantNetwork network,
            List<ShippingOrder> orders,
            List<Integer> ofDay,
            Served[] served,
            String[] reasons) {
        List<OrderChoices> choices =
                ofDay.stream().map(i -> OrderChoices.of(network, orders.get(i))).toList();
        int[] limits =
                network.plants().values().stream()
                        .mapToInt(PlantNetwork.Plant::ordersPerDay)
                        .toArray();
        int[] plants =
                LimitedAssignment.of(
                        choices.stream().map(OrderChoices::costs).toArray(double[][]::new), limits);
        for (int i = 0; i < plants.length; i++) {
            int at = ofDay.get(i);
            Optional<Served> one = choices.get(i).served(plants[i]);
            served[at] = one.orElse(null);
            reasons[at] = one.isPresent() ? null : choices.get(i).reason();
        }
    }

    public double cost() {
        return served.stream().mapToDouble(one -> one.plantCost() + one.freightCost()).sum();
    }
}
