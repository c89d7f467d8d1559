package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what items are like by content: what customers have beside what nobody has yet, since only
 * such pairs tell a customer of something new. All vectors lie in one similarity kernel; what is
 * asked at one time is one call. Belongs to one thread.
 */
public final class ContentLinks {

    /** Items that one is found to be like at most. */
    public static final int LINKS = 50;

    /** Cosine below which two items are not alike. */
    private static final float LEAST = 0.3f;

    private final SimilarityKernel kernel;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean[] isHad = {};
    private int had;

    /**
     * An item of the catalogue.
     *
     * @param number from 0 on in the order in which items came, without gaps
     * @param vector as {@link ContentVector} makes it
     * @param isHad whether a customer has it
     */
    public record Item(String name, int number, float[] vector, boolean isHad) {}

    /**
     * Starts without items.
     *
     * @param kernel compares them by cosine; its matrix is replaced
     */
    public ContentLinks(SimilarityKernel kernel) {
        this.kernel = kernel;
        kernel.load(new float[0][]);
    }

    /** Puts items in, in place of those of the same number; new ones follow without a gap. */
    public void put(Collection<Item> items) {
        int[] ids = items.stream().mapToInt(Item::number).toArray();
        kernel.upsert(ids, items.stream().map(Item::vector).toArray(float[][]::new));
        for (Item item : items) {
            while (names.size() <= item.number()) {
                names.add("");
            }
            names.set(item.number(), item.name());
            numbers.put(item.name(), item.number());
        }
        if (isHad.length < names.size()) {
            isHad = Arrays.copyOf(isHad, 2 * names.size());
        }
        items.stream().filter(Item::isHad).forEach(item -> putHad(item.name()));
    }

    /** A customer has an item; one without a vector is let be. */
    public void putHad(String item) {
        Integer number = numbers.get(item);
        if (number != null && !isHad[number]) {
            isHad[number] = true;
            had++;
        }
    }

    /**
     * What items are like, by item and other: the nearest by cosine.
     *
     * @param asked vectors of items that were put in
     * @param amongHad whether what customers have is looked at, or what nobody has
     */
    public SortedMap<String, Map<String, Double>> like(
            SortedMap<String, float[]> asked, boolean amongHad) {
        TreeMap<String, Map<String, Double>> found = new TreeMap<>();
        asked.keySet().forEach(item -> found.put(item, new HashMap<>()));
        if (asked.isEmpty() || (amongHad ? had : names.size() - had) == 0) {
            return found;
        }
        String[] items = asked.keySet().toArray(String[]::new);
        int[][] themselves = new int[items.length][];
        for (int i = 0; i < items.length; i++) {
            themselves[i] = new int[] {numbers.get(items[i])};
        }
        TopK[] nearest =
                kernel.topK(
                        asked.values().toArray(float[][]::new),
                        SimilarityRequest.best(LINKS, SimilarityMeasure.COSINE)
                                .without(themselves)
                                .among(among(amongHad)));
        for (int i = 0; i < items.length; i++) {
            keep(nearest[i], found.get(items[i]));
        }
        return found;
    }

    private void keep(TopK nearest, Map<String, Double> links) {
        for (int n = 0; n < nearest.ids().length; n++) {
            if (nearest.scores()[n] >= LEAST) {
                links.put(names.get(nearest.ids()[n]), (double) nearest.scores()[n]);
            }
        }
    }

    private boolean[] among(boolean amongHad) {
        boolean[] among = Arrays.copyOf(isHad, names.size());
        for (int i = 0; i < among.length && !amongHad; i++) {
            among[i] = !among[i];
        }
        return among;
    }
}
