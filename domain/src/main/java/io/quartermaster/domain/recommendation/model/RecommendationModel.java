package io.quartermaster.domain.recommendation.model;

/** What learns from histories to score items. */
public interface RecommendationModel {

    /** Learns. */
    ItemScorer fit(Histories histories);
}
