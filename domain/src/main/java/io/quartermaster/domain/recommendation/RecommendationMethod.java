package io.quartermaster.domain.recommendation;

/** How a recommendation came about. */
public enum RecommendationMethod {
    /** What is like the items that the customer has bought. */
    ITEM_CF("item_cf"),
    /** What customers like this one have bought. */
    USER_CF("user_cf"),
    /** What many have bought; for who has bought nothing, and to fill up. */
    POPULAR("popular");

    private final String label;

    RecommendationMethod(String label) {
        this.label = label;
    }

    /** As result rows spell it. */
    public String label() {
        return label;
    }
}
