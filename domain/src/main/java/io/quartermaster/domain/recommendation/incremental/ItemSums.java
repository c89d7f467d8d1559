package io.quartermaster.domain.recommendation.incremental;

import io.quartermaster.domain.recommendation.PairCounts;
import java.util.Arrays;

/** What is known of each item by itself and of all together. Sums of squares are exact. */
final class ItemSums {

    private static final int FIRST = 16;

    private double[] squares = new double[FIRST];
    private int[] holders = new int[FIRST];
    private int[] buyers = new int[FIRST];
    private long customers;
    private long items;
    private double allSquares;

    /** Puts in what changes of one item, but not of its pairs. */
    void apply(int item, BasketChange change, double scale) {
        reserve(item);
        double before = change.before() * scale;
        double after = change.after() * scale;
        int held = (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        add(item, after * after - before * before, held, change.buyers());
        customers += change.customers();
    }

    /** Adds to an item's sums. */
    void add(int item, double square, int held, int bought) {
        reserve(item);
        items -= holders[item] > 0 ? 1 : 0;
        squares[item] += square;
        allSquares += square;
        holders[item] += held;
        buyers[item] += bought;
        items += holders[item] > 0 ? 1 : 0;
    }

    void addCustomers(long more) {
        customers += more;
    }

    void scale(double factor) {
        allSquares *= factor;
        for (int item = 0; item < squares.length; item++) {
            squares[item] *= factor;
        }
    }

    double squares(int item) {
        return squares[item];
    }

    int holders(int item) {
        return item < holders.length ? holders[item] : 0;
    }

    int buyers(int item) {
        return item < buyers.length ? buyers[item] : 0;
    }

    long customers() {
        return customers;
    }

    /** What the weight of a pair is made of. */
    PairCounts pair(int own, int other, int common, double dot) {
        return new PairCounts(
                common,
                dot,
                squares[own],
                squares[other],
                Math.max(1, customers),
                allSquares / Math.max(1, items));
    }

    private void reserve(int item) {
        if (item >= squares.length) {
            int length = Math.max(2 * squares.length, item + 1);
            squares = Arrays.copyOf(squares, length);
            holders = Arrays.copyOf(holders, length);
            buyers = Arrays.copyOf(buyers, length);
        }
    }
}
