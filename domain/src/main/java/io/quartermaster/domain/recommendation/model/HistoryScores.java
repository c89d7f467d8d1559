package io.quartermaster.domain.recommendation.model;

/** The scores of all items for one history; for one thread. */
public interface HistoryScores {

    /** Adds factor times the score of each item; as long as there are items. */
    void add(double factor, double[] scores);

    /** Adds factor times what carries the score of one item; it sums to what {@link #add} adds. */
    void explain(int item, double factor, ScoreParts parts);
}
