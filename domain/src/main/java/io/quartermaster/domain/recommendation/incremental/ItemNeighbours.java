package io.quartermaster.domain.recommendation.incremental;

import java.util.Arrays;
import java.util.List;

/**
 * The items nearest to one.
 *
 * @param item the item that speaks for the others
 * @param neighbours the others, best first, ties by name
 * @param weights w(item, neighbour), above 0
 */
public record ItemNeighbours(String item, List<String> neighbours, double[] weights) {

    public ItemNeighbours {
        neighbours = List.copyOf(neighbours);
    }

    /** Equal when every weight is, bit for bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ItemNeighbours that
                && item.equals(that.item)
                && neighbours.equals(that.neighbours)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * item.hashCode() + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return item + " " + neighbours + " " + Arrays.toString(weights);
    }
}
