package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Links items that are new in the catalogue with those that are like them, in one call of the
 * similarity engine for all that are new. A link stands in the lists of both; a list keeps its
 * best.
 */
public final class ContentLinks {

    /** Links of an item at most. */
    public static final int LINKS = 20;

    /** Cosine below which two items are not alike. */
    private static final double LEAST = 0.3;

    private ContentLinks() {}

    /**
     * The lists that change.
     *
     * @param vectors of all items, of one length
     * @param fresh items that are new or whose vectors changed
     * @param before lists so far, by item; links of fresh items are made anew
     * @param kernel compares them by cosine; its matrix is replaced
     */
    public static List<ItemNeighbours> changed(
            SortedMap<String, float[]> vectors,
            SortedSet<String> fresh,
            Map<String, ItemNeighbours> before,
            SimilarityKernel kernel) {
        TreeMap<String, Map<String, Double>> lists = new TreeMap<>();
        for (String item : fresh) {
            lists.put(item, new HashMap<>());
        }
        link(vectors, fresh, before, kernel, lists);
        List<ItemNeighbours> changed = new ArrayList<>();
        lists.forEach(
                (item, links) -> {
                    ItemNeighbours list = list(item, links);
                    if (!list.equals(before.get(item)) && hasSomething(list, before.get(item))) {
                        changed.add(list);
                    }
                });
        return changed;
    }

    private static void link(
            SortedMap<String, float[]> vectors,
            SortedSet<String> fresh,
            Map<String, ItemNeighbours> before,
            SimilarityKernel kernel,
            Map<String, Map<String, Double>> lists) {
        String[] items = vectors.keySet().toArray(String[]::new);
        String[] asked = fresh.toArray(String[]::new);
        kernel.load(vectors.values().toArray(float[][]::new));
        float[][] queries = new float[asked.length][];
        int[][] themselves = new int[asked.length][];
        for (int i = 0; i < asked.length; i++) {
            queries[i] = vectors.get(asked[i]);
            themselves[i] = new int[] {java.util.Arrays.binarySearch(items, asked[i])};
        }
        TopK[] nearest =
                kernel.topK(
                        queries,
                        SimilarityRequest.best(LINKS, SimilarityMeasure.COSINE)
                                .without(themselves));
        for (int i = 0; i < asked.length; i++) {
            for (int n = 0; n < nearest[i].ids().length; n++) {
                String other = items[nearest[i].ids()[n]];
                double weight = nearest[i].scores()[n];
                if (weight >= LEAST) {
                    lists.get(asked[i]).put(other, weight);
                    lists.computeIfAbsent(other, item -> known(before.get(item)))
                            .put(asked[i], weight);
                }
            }
        }
    }

    private static Map<String, Double> known(ItemNeighbours list) {
        Map<String, Double> links = new HashMap<>();
        for (int i = 0; list != null && i < list.weights().length; i++) {
            links.put(list.neighbours().get(i), list.weights()[i]);
        }
        return links;
    }

    private static ItemNeighbours list(String item, Map<String, Double> links) {
        List<Map.Entry<String, Double>> best =
                links.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(LINKS)
                        .toList();
        return new ItemNeighbours(
                item,
                best.stream().map(Map.Entry::getKey).toList(),
                best.stream().mapToDouble(Map.Entry::getValue).toArray());
    }

    private static boolean hasSomething(ItemNeighbours list, ItemNeighbours before) {
        return before != null || list.weights().length > 0;
    }
}
