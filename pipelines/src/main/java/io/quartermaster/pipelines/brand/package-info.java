/**
 * Which brand to work with, day by day. Receives offers, terms, life-cycle steps, judgements, what
 * was sold and how it went, satisfaction; hands on brand scores and clusters, closed on their day
 * and valid from the next.
 */
package io.quartermaster.pipelines.brand;
