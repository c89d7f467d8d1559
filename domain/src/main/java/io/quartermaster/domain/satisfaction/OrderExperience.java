package io.quartermaster.domain.satisfaction;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * How one order went for its customer, as far as deliveries tell: indicators of 0 to 1 that ask
 * nobody.
 *
 * @param punctuality 1 on or before the promised day, less by 1/7 for each day after it; 0 if it
 *     has not arrived
 * @param fillRate 1 if it has arrived, else 0
 * @param service 1 / number of sellers that it was split between, each with a parcel of its own
 * @param speed share of the promised time that was left when it arrived, 0 if none was or it has
 *     not
 */
public record OrderExperience(double punctuality, double fillRate, double service, double speed) {

    /** Names of the indicators, in order. */
    public static final List<String> INDICATORS =
            List.of("punctuality", "fill_rate", "service", "speed");

    private static final double WORST_DAYS = 7;

    /** Time from order to arrival differs so much that fewer orders say nothing of speed. */
    private static final int LEAST_ORDERS = 5;

    /**
     * Of one order.
     *
     * @param arrived null if it has not
     * @param sellers of its items, 1 or more
     * @param zone in which days are cut
     */
    public static OrderExperience of(
            Instant ordered, Instant promised, Instant arrived, int sellers, ZoneId zone) {
        if (sellers < 1) {
            throw new IllegalArgumentException(
                    "The number of sellers (%d) of an order must be positive.\nMaybe it has no item."
                            .formatted(sellers));
        }
        if (arrived == null) {
            return new OrderExperience(0, 0, 1.0 / sellers, 0);
        }
        long late = day(arrived, zone).toEpochDay() - day(promised, zone).toEpochDay();
        double allowed = Math.max(1, Duration.between(ordered, promised).toMillis());
        double left = Duration.between(arrived, promised).toMillis() / allowed;
        return new OrderExperience(
                Math.max(0, Math.min(1, 1 - late / WORST_DAYS)),
                1,
                1.0 / sellers,
                Math.max(0, Math.min(1, left)));
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return time.atZone(zone).toLocalDate();
    }

    /** Mean indicators of orders, in the order of the names; speed is missing for fewer than 5. */
    public static double[] mean(List<OrderExperience> orders) {
        double[] mean = new double[INDICATORS.size()];
        for (OrderExperience order : orders) {
            mean[0] += order.punctuality / orders.size();
            mean[1] += order.fillRate / orders.size();
            mean[2] += order.service / orders.size();
            mean[3] += order.speed / orders.size();
        }
        if (orders.isEmpty()) {
            Arrays.fill(mean, Double.NaN);
        }
        mean[3] = orders.size() < LEAST_ORDERS ? Double.NaN : mean[3];
        return mean;
    }
}
