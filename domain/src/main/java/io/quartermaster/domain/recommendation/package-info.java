/**
 * What to show whom. Receives behaviour, neighbours, forecasts and stock; hands on ranked items
 * with the parts of their score.
 *
 * <p>{@link io.quartermaster.domain.recommendation.Recommender} ranks; {@link
 * io.quartermaster.domain.recommendation.CollaborativeFilter} has the two readings of r(u,i) = sum
 * over v of w(u,v) r(v,i), w between customers and w between items. The weights come from a
 * similarity kernel, one call for many customers.
 */
package io.quartermaster.domain.recommendation;
