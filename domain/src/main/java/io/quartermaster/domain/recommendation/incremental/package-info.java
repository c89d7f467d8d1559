/**
 * The item-to-item table kept up event by event. Receives changes of customers' baskets; hands on
 * the nearest neighbours of every item, equal bit for bit to a table built anew from the same
 * baskets.
 *
 * <p>All sums are exact: strengths are multiples of a power of two, and ageing multiplies them by
 * powers of two (an {@link io.quartermaster.domain.recommendation.incremental.Epochs epoch} is a
 * half-life), so a sum of products is a whole number of units and depends neither on the order of
 * events nor on what was added and taken back in between. A double holds such a sum exactly below
 * 2^53 units; within 12 epochs and strengths from 1/8 that are 2 million customers who have both
 * items at full strength. Weights are computed from the sums when a list is made, and lists are
 * kept up only from when they are first asked for.
 */
package io.quartermaster.domain.recommendation.incremental;
