package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.content.Modality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a catalogue says of an item, as the job {@code recommendation} is told it.
 *
 * @param brand empty if not known
 * @param category empty if not known
 * @param words of its text, empty if there is none
 * @param vectors of length 1, by modality
 */
public record DescribedItem(
        String brand, String category, List<String> words, Map<String, float[]> vectors) {

    /** An item of which nothing is said. */
    public static final DescribedItem UNKNOWN = new DescribedItem("", "", List.of(), Map.of());

    /** Modalities that every catalogue has: brand, category and words. */
    static final int NAMED = 3;

    public DescribedItem {
        words = List.copyOf(words);
        vectors = Map.copyOf(vectors);
    }

    /** Each as one vector, with words as rare as they are in all of them. */
    public static float[][] vectors(List<DescribedItem> items, ContentWeights weights) {
        Map<String, Integer> having = having(items);
        float[][] vectors = new float[items.size()][];
        for (int i = 0; i < vectors.length; i++) {
            DescribedItem item = items.get(i);
            List<String> modalities = List.copyOf(new TreeSet<>(item.vectors.keySet()));
            vectors[i] =
                    ContentVector.of(
                            weights,
                            item.brand,
                            item.category,
                            ContentVector.text(item.words, items.size(), having::get),
                            modalities.toArray(String[]::new),
                            modalities.stream()
                                    .map(name -> ContentVector.given(name, item.vectors.get(name)))
                                    .toArray(float[][]::new));
        }
        return vectors;
    }

    /** Brand, category and words, then each modality that any item has, by name. */
    static List<Modality> modalities(List<DescribedItem> items) {
        SortedSet<String> names = new TreeSet<>();
        items.forEach(item -> names.addAll(item.vectors.keySet()));
        List<Modality> all = new ArrayList<>();
        all.add(only("brand", items, new ContentWeights(1, 0, 0, none(names))));
        all.add(only("category", items, new ContentWeights(0, 1, 0, none(names))));
        all.add(only("words", items, new ContentWeights(0, 0, 1, none(names))));
        for (String name : names) {
            Map<String, Double> one = none(names);
            one.put(name, 1.0);
            all.add(only(name, items, new ContentWeights(0, 0, 0, one)));
        }
        return all;
    }

    private static Modality only(String name, List<DescribedItem> items, ContentWeights weights) {
        List<String> numbers = new ArrayList<>();
        items.forEach(item -> numbers.add(Integer.toString(numbers.size())));
        return Modality.of(name, numbers, vectors(items, weights));
    }

    private static Map<String, Double> none(SortedSet<String> names) {
        Map<String, Double> none = new TreeMap<>();
        names.forEach(name -> none.put(name, 0.0));
        return none;
    }

    private static Map<String, Integer> having(List<DescribedItem> items) {
        Map<String, Integer> having = new HashMap<>();
        for (DescribedItem item : items) {
            for (String word : new HashSet<>(item.words)) {
                having.merge(word, 1, Integer::sum);
            }
        }
        return having;
    }
}
