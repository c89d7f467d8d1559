/**
 * Which brand to work with, day by day. Receives offers, terms, life-cycle steps, judgements, what
 * was sold and how it went, satisfaction; hands on brand scores (brand job), clusters and what a
 * brand may expect before it has shown it (clusters job), closed on their day and valid from the
 * next.
 *
 * <p>Also what the verbs {@code rank-brands} and {@code select-brands} read and write: judgements
 * and rankings, candidates from a table or from a run's tables, the choice of partners.
 */
package io.quartermaster.pipelines.brand;
