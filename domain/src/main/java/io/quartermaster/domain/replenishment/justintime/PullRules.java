package io.quartermaster.domain.replenishment.justintime;

import java.io.Serializable;

/**
 * When stock is pulled, and what is too much or too old.
 *
 * @param demandQuantile of summed demand that stock shall cover, 0.5 to below 1
 * @param leadTimeQuantile of orders that shall arrive in time, 0.5 to below 1
 * @param reviewDays until the next look; who must order before it is told to, 1 or more
 * @param overstockDays of cover that are too much, 1 or more
 * @param agedDays in stock after which a lot is old, 1 or more
 */
public record PullRules(
        double demandQuantile,
        double leadTimeQuantile,
        int reviewDays,
        int overstockDays,
        int agedDays)
        implements Serializable {

    public PullRules {
        requireShare("demandQuantile", demandQuantile);
        requireShare("leadTimeQuantile", leadTimeQuantile);
        if (reviewDays < 1 || overstockDays < 1 || agedDays < 1) {
            throw new IllegalArgumentException(
                    "The reviewDays (%d), overstockDays (%d) and agedDays (%d) must be 1 or more."
                            .formatted(reviewDays, overstockDays, agedDays));
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0.5 && share < 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be at least 0.5 and below 1.".formatted(name, share));
        }
    }
}
