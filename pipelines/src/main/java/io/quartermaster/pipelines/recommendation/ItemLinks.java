package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Items like one by what the catalogue says, as plain fields.
 *
 * @param item the item
 * @param names of the others, best first, ties by name
 * @param weights cosines
 */
public record ItemLinks(String item, String[] names, double[] weights) {

    private static final Comparator<Map.Entry<String, Double>> BEST_FIRST =
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey());

    static ItemLinks none(String item) {
        return new ItemLinks(item, new String[0], new double[0]);
    }

    /** With others besides, by name. */
    ItemLinks with(Map<String, Double> more) {
        Map<String, Double> all = new HashMap<>(more);
        for (int i = 0; i < names.length; i++) {
            all.putIfAbsent(names[i], weights[i]);
        }
        List<Map.Entry<String, Double>> best = all.entrySet().stream().sorted(BEST_FIRST).toList();
        return new ItemLinks(
                item,
                best.stream().map(Map.Entry::getKey).toArray(String[]::new),
                best.stream().mapToDouble(Map.Entry::getValue).toArray());
    }

    boolean isAny() {
        return names.length > 0;
    }

    ItemNeighbours list() {
        return new ItemNeighbours(item, List.of(names), weights);
    }
}
