package io.quartermaster.domain.recommendation.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Chooses items for one customer that get a place before customers speak for them: of brands on
 * trial, and those that are new and like what the customer has.
 *
 * <p>An item's value is the score of its brand times (1 + s) / 2, with s the share of the
 * customer's own strength that lies in the item's category, or how like it is to what the customer
 * has, whichever is more. Among equals the hash of customer and item decides, so that customers see
 * different ones and each the same again.
 */
final class Exploration {

    private final KnownItems known;
    private final Candidates candidates;
    private final Map<String, Double> shares = new HashMap<>();

    Exploration(KnownItems known, Candidates candidates, List<OwnItem> own) {
        this.known = known;
        this.candidates = candidates;
        double all = 0;
        for (OwnItem held : own) {
            all += held.strength();
        }
        for (OwnItem held : own) {
            double share = all > 0 ? held.strength() / all : 0;
            shares.merge(known.listing(held.item()).category(), share, Double::sum);
        }
    }

    /** Items of brands on trial with the highest value, so many at most. */
    List<String> onTrial(String customer, int count, Predicate<String> leftOut) {
        if (count < 1) {
            return List.of();
        }
        List<String> pool = new ArrayList<>();
        for (String brand : known.trials()) {
            pool.addAll(known.itemsOf(brand));
        }
        return best(pool, customer, count, leftOut);
    }

    /** New items for which content alone speaks with the highest value, so many at most. */
    List<String> alike(String customer, int count, Predicate<String> leftOut) {
        if (count < 1) {
            return List.of();
        }
        return best(candidates.byContentAlone(), customer, count, leftOut);
    }

    /** 0 to 1; 0 where the brand has no score. */
    double value(String item) {
        KnownItems.Listing listing = known.listing(item);
        double share = Math.min(1, shares.getOrDefault(listing.category(), 0.0));
        double likeness = Math.min(1, candidates.likeness(item));
        return known.brandScore(listing.brand()) * (1 + Math.max(share, likeness)) / 2;
    }

    private List<String> best(
            List<String> pool, String customer, int count, Predicate<String> leftOut) {
        pool.removeIf(item -> leftOut.test(item) || value(item) <= 0);
        pool.sort(
                Comparator.<String>comparingDouble(item -> -value(item))
                        .thenComparing(item -> spread(customer, item))
                        .thenComparing(item -> item));
        return pool.subList(0, Math.min(count, pool.size()));
    }

    private static int spread(String customer, String item) {
        int mixed = (31 * customer.hashCode() + item.hashCode()) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
