/**
 * Which brand to work with, day by day. Receives offers, terms, life-cycle steps, judgements, what
 * was sold and how it went, satisfaction; a job hands on brand scores, closed on their day and
 * valid from the next. Clusters of brands are made in embedded runs only, by {@link
 * io.quartermaster.pipelines.brand.BrandClustering}: no deployed job writes them.
 */
package io.quartermaster.pipelines.brand;
