package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.List;

/**
 * Items like one by what the catalogue says, as plain fields.
 *
 * @param item the item
 * @param names of the others, best first
 * @param weights cosines
 */
public record ItemLinks(String item, String[] names, double[] weights) {

    static ItemLinks of(ItemNeighbours list) {
        return new ItemLinks(list.item(), list.neighbours().toArray(String[]::new), list.weights());
    }

    ItemNeighbours list() {
        return new ItemNeighbours(item, List.of(names), weights);
    }
}
