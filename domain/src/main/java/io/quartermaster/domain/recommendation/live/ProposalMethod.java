package io.quartermaster.domain.recommendation.live;

/** What carries most of a proposal's score. */
public enum ProposalMethod {
    /** What customers have together with the customer's own items. */
    ITEM_CF("item_cf"),
    /** Likeness to the customer's own items by what the catalogue says. */
    CONTENT("content"),
    /** How many have bought it. */
    POPULAR("popular"),
    /** The share of places that what is new gets. */
    EXPLORATION("exploration");

    private final String label;

    ProposalMethod(String label) {
        this.label = label;
    }

    /** As result rows spell it. */
    public String label() {
        return label;
    }
}
