package io.quartermaster.domain.network;

/**
 * What a carrier asks for a weight between two ports.
 *
 * @param service the carrier's service, which an order asks for by name
 * @param minWeight of the band, 0 or more
 * @param maxWeight of the band, counted in
 * @param minimumCost money at least
 * @param rate money per unit of weight
 * @param days in transit
 */
public record FreightRate(
        String carrier,
        String origin,
        String destination,
        String service,
        String mode,
        double minWeight,
        double maxWeight,
        double minimumCost,
        double rate,
        int days) {

    private static final double HUNDREDTHS = 100;

    public FreightRate {
        boolean sound = minWeight >= 0 && maxWeight >= minWeight && minimumCost >= 0 && rate >= 0;
        if (!sound || Double.isInfinite(minimumCost) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "The band (%s to %s), minimum cost (%s) and rate (%s) of carrier (%s) must be 0 or more, the band rising."
                            .formatted(minWeight, maxWeight, minimumCost, rate, carrier));
        }
    }

    /** Whether the weight, cut to hundredths, lies in the band. */
    boolean takes(double weight) {
        double cut = Math.floor(weight * HUNDREDTHS) / HUNDREDTHS;
        return cut >= minWeight && cut <= maxWeight;
    }

    double cost(double weight) {
        return Math.max(minimumCost, rate * weight);
    }
}
