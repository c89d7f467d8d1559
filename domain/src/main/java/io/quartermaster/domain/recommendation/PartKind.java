package io.quartermaster.domain.recommendation;

/** What a part of a score stands for. */
public enum PartKind {
    /** An item that the customer has bought, and which this one is often bought with. */
    BOUGHT("bought"),
    /** An item that the customer has looked at. */
    LOOKED_AT("looked_at"),
    /** A customer like this one, who chose it. */
    CUSTOMER("customer"),
    /** The rest of these, together. */
    OTHERS("others"),
    /** An item of the customer's own that it is like by what the catalogue says. */
    CONTENT("content"),
    /** How many have bought it. */
    POPULARITY("popularity"),
    /** The share that items of a brand on trial get. */
    EXPLORATION("exploration"),
    /** What low stock takes off. */
    STOCK("stock"),
    /** What the chance that a trained ranker gives adds to all others, or takes off them. */
    RANKER("ranker");

    private final String label;

    PartKind(String label) {
        this.label = label;
    }

    /** As result rows spell it. */
    public String label() {
        return label;
    }
}
