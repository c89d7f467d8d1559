/**
 * Which brand to work with. Receives offers, terms, judgements and satisfaction; hands on brand
 * scores, clusters and stages, and of candidates with their limits the choice of partners ({@link
 * io.quartermaster.domain.brand.PartnerChoice}).
 */
package io.quartermaster.domain.brand;
