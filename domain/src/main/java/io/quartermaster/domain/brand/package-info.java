/**
 * Which brand to work with. Receives offers, terms, judgements and satisfaction; hands on brand
 * scores, clusters and stages.
 */
package io.quartermaster.domain.brand;
