package io.quartermaster.domain.recommendation.incremental;

import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One customer's strength for one item changes. It says all that the item-to-item table has to
 * know: the item's sum of squares moves, and the sums of its pairs with what else the customer has.
 *
 * @param item the item
 * @param before r(u,i) before, 0 if there was nothing; a multiple of a power of two, as {@link
 *     Held#strength}
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

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return before == after && buyers == 0 && customers == 0;
    }

    /** The same, with names of items from elsewhere, so that equal ones are kept once. */
    public BasketChange withNames(UnaryOperator<String> name) {
        String[] same = new String[others.length];
        Arrays.setAll(same, i -> name.apply(others[i]));
        return new BasketChange(
                name.apply(item), before, after, buyers, customers, same, strengths, epoch);
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

    /** Gathers what else the customer has. */
    public static final class Builder {

        private final String item;
        private final Held before;
        private final Held after;
        private final String[] others;
        private final double[] strengths;
        private int count;

        /**
         * Starts with the item whose strength changes.
         *
         * @param after its epoch is that of the change
         * @param most others at most
         */
        public Builder(String item, Held before, Held after, int most) {
            this.item = item;
            this.before = before;
            this.after = after;
            this.others = new String[most];
            this.strengths = new double[most];
        }

        /** Whether nothing changes, so that others need not be told. */
        public boolean isEmpty() {
            return before.at(after.epoch()) == after.strength()
                    && before.bought() == after.bought();
        }

        /** Another item that the customer has; the item itself and one of no strength are none. */
        public void beside(String other, Held held) {
            double strength = held.at(after.epoch());
            if (strength > 0 && !other.equals(item)) {
                others[count] = other;
                strengths[count++] = strength;
            }
        }

        public BasketChange build() {
            return new BasketChange(
                    item,
                    before.at(after.epoch()),
                    after.strength(),
                    buyers(after) - buyers(before),
                    count > 0 || isEmpty() ? 0 : some(after) - some(before),
                    Arrays.copyOf(others, count),
                    Arrays.copyOf(strengths, count),
                    after.epoch());
        }

        private static int buyers(Held held) {
            return held.bought() && held.strength() > 0 ? 1 : 0;
        }

        private static int some(Held held) {
            return held.strength() > 0 ? 1 : 0;
        }
    }
}
