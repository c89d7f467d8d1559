package io.quartermaster.domain.recommendation.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Chooses items of brands on trial for one customer.
 *
 * <p>An item's value is the score of its brand times (1 + s) / 2, with s the share of the
 * customer's own strength that lies in the item's category. Among equals the hash of customer and
 * item decides, so that customers see different ones and each the same again.
 */
final class Exploration {

    private final KnownItems known;
    private final Map<String, Double> shares = new HashMap<>();

    Exploration(KnownItems known, List<OwnItem> own) {
        this.known = known;
        double all = 0;
        for (OwnItem held : own) {
            all += held.strength();
        }
        for (OwnItem held : own) {
            double share = all > 0 ? held.strength() / all : 0;
            shares.merge(known.listing(held.item()).category(), share, Double::sum);
        }
    }

    /** Items with the highest value, so many at most. */
    List<String> best(String customer, int count, Predicate<String> leftOut) {
        if (count < 1) {
            return List.of();
        }
        List<String> pool = new ArrayList<>();
        for (String brand : known.trials().keySet()) {
            for (String item : known.itemsOf(brand)) {
                if (!leftOut.test(item) && value(item) > 0) {
                    pool.add(item);
                }
            }
        }
        pool.sort(
                Comparator.<String>comparingDouble(item -> -value(item))
                        .thenComparing(item -> spread(customer, item))
                        .thenComparing(item -> item));
        return pool.subList(0, Math.min(count, pool.size()));
    }

    /** 0 to 1. */
    double value(String item) {
        KnownItems.Listing listing = known.listing(item);
        Double score = known.trialScore(listing.brand());
        double share = Math.min(1, shares.getOrDefault(listing.category(), 0.0));
        return score == null ? 0 : score * (1 + share) / 2;
    }

    private static int spread(String customer, String item) {
        int mixed = (31 * customer.hashCode() + item.hashCode()) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
