package io.quartermaster.domain.recommendation.live;

import java.util.HashMap;
import java.util.Map;

/** Counts brands and categories of a list, so that neither fills it alone. */
final class Variety {

    private final RankingSettings settings;
    private final KnownItems known;
    private final Map<String, Integer> brands = new HashMap<>();
    private final Map<String, Integer> categories = new HashMap<>();

    Variety(RankingSettings settings, KnownItems known) {
        this.settings = settings;
        this.known = known;
    }

    /** Whether one more item fits; it counts from now on. Unknown brands are no brand. */
    boolean admits(String item) {
        KnownItems.Listing listing = known.listing(item);
        boolean fits =
                fits(brands, listing.brand(), settings.maxPerBrand())
                        && fits(categories, listing.category(), settings.maxPerCategory());
        if (fits) {
            brands.merge(listing.brand(), 1, Integer::sum);
            categories.merge(listing.category(), 1, Integer::sum);
        }
        return fits;
    }

    private static boolean fits(Map<String, Integer> counts, String name, int max) {
        return max == 0 || name.isEmpty() || counts.getOrDefault(name, 0) < max;
    }
}
