/**
 * What to show whom. Receives behaviour, neighbours, forecasts and stock; hands on ranked items
 * with the parts of their score.
 */
package io.quartermaster.domain.recommendation;
