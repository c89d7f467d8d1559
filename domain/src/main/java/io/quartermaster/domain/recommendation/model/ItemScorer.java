package io.quartermaster.domain.recommendation.model;

/** Scores every item for a history. Stateless: many threads may ask at once. */
public interface ItemScorer {

    /** The scores for one history. */
    HistoryScores of(UserHistory history);
}
