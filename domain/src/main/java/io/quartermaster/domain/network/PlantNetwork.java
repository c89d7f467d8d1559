package io.quartermaster.domain.network;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plants with their ports, and the freight between ports.
 *
 * @param plants by name
 * @param rates of freight
 * @param ownFreight service of orders that the customer fetches at the plant's port
 */
public record PlantNetwork(Map<String, Plant> plants, List<FreightRate> rates, String ownFreight) {

    /** Cheapest first; then quickest; then by carrier and mode, so that one is chosen always. */
    private static final Comparator<Lane> BEST =
            Comparator.comparingDouble(Lane::cost)
                    .thenComparingInt(Lane::days)
                    .thenComparing(Lane::carrier)
                    .thenComparing(Lane::port)
                    .thenComparing(Lane::mode);

    /**
     * A plant.
     *
     * @param ordersPerDay that it takes
     * @param unitCost money per unit
     * @param products that it makes
     * @param onlyFor customers that it serves, empty for all
     * @param ports to which it delivers
     */
    public record Plant(
            int ordersPerDay,
            double unitCost,
            Set<String> products,
            Set<String> onlyFor,
            Set<String> ports) {}

    /**
     * A way from a plant to an order's destination.
     *
     * @param carrier empty where the customer fetches the order
     */
    public record Lane(String port, String carrier, String mode, double cost, int days) {}

    public PlantNetwork {
        plants = new TreeMap<>(plants);
        rates = List.copyOf(rates);
    }

    /** The cheapest way of an order from a plant. */
    Optional<Lane> lane(ShippingOrder order, String plant) {
        Set<String> ports = plants.get(plant).ports();
        if (order.service().equals(ownFreight)) {
            return ports.stream().min(Comparator.naturalOrder()).map(PlantNetwork::fetched);
        }
        return rates.stream()
                .filter(rate -> fits(rate, order, ports))
                .map(
                        rate ->
                                new Lane(
                                        rate.origin(),
                                        rate.carrier(),
                                        rate.mode(),
                                        rate.cost(order.weight()),
                                        rate.days()))
                .min(BEST);
    }

    private static Lane fetched(String port) {
        return new Lane(port, "", "", 0, 0);
    }

    private static boolean fits(FreightRate rate, ShippingOrder order, Set<String> ports) {
        return ports.contains(rate.origin())
                && rate.destination().equals(order.destination())
                && rate.service().equals(order.service())
                && rate.takes(order.weight());
    }
}
