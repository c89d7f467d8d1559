package io.quartermaster.domain.recommendation.incremental;

import io.quartermaster.domain.recommendation.Interaction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One customer's strength for one item changes. It says all that the item-to-item table has to
 * know: the item's sum of squares moves, and the sums of its pairs with what else the customer has.
 *
 * @param item the item
 * @param before r(u,i) before, 0 if there was nothing; a multiple of a power of two, as {@link
 *     Interaction#strength}
 * @param after r(u,i) from now on, 0 if nothing is left
 * @param buyers 1 for a new buyer of the item, -1 for one less, else 0
 * @param customers 1 if this is the first that the customer has, -1 if it was the last, else 0
 * @param others the other items that the customer has, each once
 * @param strengths r(u,j) of the others, above 0
 * @param epoch the epoch in which all strengths are told
 */
public record BasketChange(
        String item,
        double before,
        double after,
        int buyers,
        int customers,
        String[] others,
        double[] strengths,
        long epoch) {

    private static final String[] NO_OTHERS = {};
    private static final double[] NO_STRENGTHS = {};

    /** The strength for an item stays as it is. */
    static BasketChange nothing(String item, double strength, long epoch) {
        return new BasketChange(item, strength, strength, 0, 0, NO_OTHERS, NO_STRENGTHS, epoch);
    }

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return before == after && buyers == 0 && customers == 0;
    }

    /** The same, with some of the others alone. */
    public BasketChange withOthers(Predicate<String> wanted) {
        int[] kept =
                IntStream.range(0, others.length).filter(i -> wanted.test(others[i])).toArray();
        return new BasketChange(
                item,
                before,
                after,
                buyers,
                customers,
                IntStream.of(kept).mapToObj(i -> others[i]).toArray(String[]::new),
                IntStream.of(kept).mapToDouble(i -> strengths[i]).toArray(),
                epoch);
    }
}
