package io.quartermaster.domain.network;

/**
 * An order that a plant is to make and a carrier to bring.
 *
 * @param id of the order
 * @param day on which a plant takes it; plants take a limited number a day
 * @param destination port
 * @param service that is asked for
 * @param units 0 or more
 * @param weight 0 or more
 */
public record ShippingOrder(
        String id,
        String day,
        String customer,
        String product,
        String destination,
        String service,
        double units,
        double weight) {

    public ShippingOrder {
        if (!(units >= 0) || !(weight >= 0) || Double.isInfinite(units + weight)) {
            throw new IllegalArgumentException(
                    "The units (%s) and weight (%s) of order (%s) must be finite, 0 or more."
                            .formatted(units, weight, id));
        }
    }
}
