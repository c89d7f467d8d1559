package io.quartermaster.domain.recommendation;

/**
 * How recommendations are made.
 *
 * @param method the reading of collaborative filtering, or what is popular alone
 * @param k how many a customer gets at most
 * @param neighbours how many neighbours count
 * @param excludeBought whether what a customer has bought is left out
 * @param runningOutFactor what the score of an item about to run out is multiplied by, 0 to 1
 */
public record RecommenderSettings(
        RecommendationMethod method,
        int k,
        int neighbours,
        boolean excludeBought,
        double runningOutFactor) {

    public RecommenderSettings {
        requirePositive("k", k);
        requirePositive("number of neighbours", neighbours);
        if (!(runningOutFactor >= 0 && runningOutFactor <= 1)) {
            throw new IllegalArgumentException(
                    "The factor (%s) of items that run out must lie within 0 and 1."
                            .formatted(runningOutFactor));
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be 1 or more.".formatted(name, value));
        }
    }
}
