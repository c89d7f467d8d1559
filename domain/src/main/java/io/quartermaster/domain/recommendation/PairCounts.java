package io.quartermaster.domain.recommendation;

/**
 * What a weight between two items (or two users) is made of: plain sums over the events, so that
 * they can be kept up event by event, and one taken back is subtracted.
 *
 * <p>With r(u,i) for what user u gives item i (1 for a purchase, a rating, less where it has aged),
 * the pair (i, j) of items has the sums below. For a pair of users, read user for item and item for
 * user.
 *
 * @param common n(i,j): users who have both, 0 or more
 * @param dot sum over users of r(u,i) r(u,j)
 * @param own sum over users of r(u,i)^2, of the item that speaks; for purchases the number of its
 *     buyers
 * @param other sum over users of r(u,j)^2, of the item that is spoken for
 * @param all N: users altogether, 1 or more
 * @param mean mean of those squared sums over the items, above 0
 */
public record PairCounts(long common, double dot, double own, double other, long all, double mean) {

    public PairCounts {
        if (common < 0 || !(own >= 0) || !(other >= 0) || Double.isNaN(dot)) {
            throw new IllegalArgumentException(
                    "The sums of a pair (common %d, dot %s, own %s, other %s) must be numbers, and all but dot 0 or more.\nMaybe an event was taken back twice."
                            .formatted(common, dot, own, other));
        }
        if (all < 1 || !(mean > 0)) {
            throw new IllegalArgumentException(
                    "The number of users (%d) must be 1 or more, and the mean sum of an item (%s) above 0."
                            .formatted(all, mean));
        }
    }

    /** The counts of purchases: everybody who has an item gives it 1. */
    public static PairCounts ofPurchases(long common, long own, long other, long all, double mean) {
        return new PairCounts(common, common, own, other, all, mean);
    }
}
