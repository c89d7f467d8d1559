package io.quartermaster.domain.recommendation;

/** How a recommendation comes about. */
public enum RecommendationMethod {
    /** What is like the items that the customer has bought. */
    ITEM_CF,
    /** What customers like this one have bought. */
    USER_CF,
    /** What many have bought; for who has bought nothing, and to fill up. */
    POPULAR
}
