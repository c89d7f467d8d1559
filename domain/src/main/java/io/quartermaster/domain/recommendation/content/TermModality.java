package io.quartermaster.domain.recommendation.content;

import io.quartermaster.domain.text.WordHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Terms of items (words, attributes) as vectors: a term counts (1 + log(times)) log((1 + N) / (1 +
 * n)) where n of N items have it (TF-IDF, Salton and Buckley 1988, smoothed), at the place and with
 * the sign that its hash gives (feature hashing, Weinberger et al. 2009).
 */
public final class TermModality {

    private TermModality() {}

    /**
     * The vectors.
     *
     * @param terms by item, with repetitions; an item without any is not seen this way
     * @param dimensions 1 or more; the fewer, the more terms fall together
     */
    public static Modality of(String name, List<List<String>> terms, int dimensions) {
        Map<String, Integer> items = new HashMap<>();
        for (List<String> own : terms) {
            own.stream().distinct().forEach(term -> items.merge(term, 1, Integer::sum));
        }
        float[][] rows = new float[terms.size()][];
        for (int item = 0; item < rows.length; item++) {
            if (!terms.get(item).isEmpty()) {
                rows[item] = Modality.unit(row(terms.get(item), items, terms.size(), dimensions));
            }
        }
        return new Modality(name, rows);
    }

    private static float[] row(
            List<String> terms, Map<String, Integer> items, int count, int dimensions) {
        Map<String, Integer> times = new TreeMap<>();
        terms.forEach(term -> times.merge(term, 1, Integer::sum));
        double[] row = new double[dimensions];
        times.forEach(
                (term, many) -> {
                    double rare = StrictMath.log((1.0 + count) / (1.0 + items.get(term)));
                    double weight = (1 + StrictMath.log(many)) * rare;
                    row[WordHash.place(term, dimensions)] += WordHash.sign(term) * weight;
                });
        float[] rounded = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            rounded[i] = (float) row[i];
        }
        return rounded;
    }
}
