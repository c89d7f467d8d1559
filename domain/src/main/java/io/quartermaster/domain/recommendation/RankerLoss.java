package io.quartermaster.domain.recommendation;

/** What training a ranker makes small. */
public enum RankerLoss {
    /** Mean squared error, of labels of any size. */
    SQUARED("squared"),

    /**
     * Mean of {@code -log p} of what came of a candidate; labels are 0 or 1, scores are chances,
     * corrected on the rows held out by a logistic curve (Platt 1999).
     */
    LOGISTIC("logistic");

    private final String label;

    RankerLoss(String label) {
        this.label = label;
    }

    /** As model files spell it. */
    public String label() {
        return label;
    }
}
