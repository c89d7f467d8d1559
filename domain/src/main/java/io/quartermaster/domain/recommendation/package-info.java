/**
 * What to show whom. Receives behaviour, neighbours, forecasts and stock; hands on ranked items
 * with the parts of their score.
 *
 * <p>Files are read by {@link io.quartermaster.domain.recommendation.HistoryRecommender} over the
 * models of {@code model} and {@code content}; events by {@code live} over the table that {@code
 * incremental} keeps up. A {@link io.quartermaster.domain.recommendation.Ranker} orders candidates
 * anew, {@code evaluation} measures lists. The sentence of every list is {@link
 * io.quartermaster.domain.recommendation.Scoring}'s.
 */
package io.quartermaster.domain.recommendation;
