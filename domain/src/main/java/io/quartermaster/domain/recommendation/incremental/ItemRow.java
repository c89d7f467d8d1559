package io.quartermaster.domain.recommendation.incremental;

/**
 * All that a table keeps of one item, as plain fields, to be put aside and taken up again.
 *
 * @param item the item
 * @param epoch the epoch in which sums are told
 * @param squares sum over customers of r(u,i)^2
 * @param holders customers who have it
 * @param buyers customers who have bought it
 * @param others items that share a customer with it
 * @param common of each, how many customers have both
 * @param dots of each, the sum over customers of r(u,i) r(u,j)
 */
public record ItemRow(
        String item,
        long epoch,
        double squares,
        int holders,
        int buyers,
        String[] others,
        int[] common,
        double[] dots) {}
