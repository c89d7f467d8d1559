package io.quartermaster.pipelines.recommendation;

import io.quartermaster.pipelines.event.OptionLimits;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How much is kept of a customer.
 *
 * @param items at most, 1 or more
 * @param ttl after which an item that nothing happened to is forgotten
 * @param halfLife after it a purchase or an interest counts half; zero: never
 */
public record CustomerLimits(int items, Duration ttl, Duration halfLife) implements Serializable {

    /** Half-lives within which sums of the item-to-item table are exact. */
    private static final int EXACT_HALF_LIVES = 12;

    static CustomerLimits of(ReadableConfig config) {
        Duration halfLife =
                RecommendationOptions.notNegative(RecommendationOptions.HALF_LIFE, config);
        Duration ttl =
                OptionLimits.positive(
                        RecommendationOptions.CUSTOMER_TTL,
                        config.get(RecommendationOptions.CUSTOMER_TTL));
        Duration longest = halfLife.multipliedBy(EXACT_HALF_LIVES);
        if (!halfLife.isZero() && ttl.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "The option (%s), %s, must be at most %d times (%s), %s.\nMaybe %s."
                            .formatted(
                                    RecommendationOptions.CUSTOMER_TTL.key(),
                                    ttl,
                                    EXACT_HALF_LIVES,
                                    RecommendationOptions.HALF_LIFE.key(),
                                    halfLife,
                                    longest));
        }
        return new CustomerLimits(
                OptionLimits.positive(
                        RecommendationOptions.CUSTOMER_ITEMS,
                        config.get(RecommendationOptions.CUSTOMER_ITEMS)),
                ttl,
                halfLife);
    }
}
