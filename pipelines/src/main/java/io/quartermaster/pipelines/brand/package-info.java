/**
 * Which brand to work with, day by day: a job that judges every brand, and the clusters of brands.
 * Receives offers, terms, life-cycle steps, judgements, what was sold and how it went,
 * satisfaction; hands on brand scores and brand clusters, both closed on their day and valid from
 * the next.
 */
package io.quartermaster.pipelines.brand;
