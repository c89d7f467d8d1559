package io.quartermaster.domain.recommendation.live;

/**
 * How a list is made.
 *
 * @param k items of a list at most
 * @param candidates items that are looked at closely, k or more
 * @param runningOutFactor what the score of an item about to run out is multiplied by, 0 to 1
 * @param maxPerBrand items of one brand in a list at most; 0: any number
 * @param maxPerCategory items of one category in a list at most; 0: any number
 * @param explorationShare share of a list that items of brands on trial get, 0 to 1
 */
public record RankingSettings(
        int k,
        int candidates,
        double runningOutFactor,
        int maxPerBrand,
        int maxPerCategory,
        double explorationShare) {

    public RankingSettings {
        if (k < 1 || candidates < k) {
            throw new IllegalArgumentException(
                    "The length of a list (%d) must be 1 or more, and candidates (%d) no fewer."
                            .formatted(k, candidates));
        }
        if (maxPerBrand < 0 || maxPerCategory < 0) {
            throw new IllegalArgumentException(
                    "Items of one brand (%d) or category (%d) must be 0 (any number) or more."
                            .formatted(maxPerBrand, maxPerCategory));
        }
        requireShare("factor of items that run out", runningOutFactor);
        requireShare("share of exploration", explorationShare);
    }

    /** Places of a list for items of brands on trial. */
    int explored() {
        return (int) Math.floor(k * explorationShare);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must lie within 0 and 1.".formatted(name, value));
        }
    }
}
