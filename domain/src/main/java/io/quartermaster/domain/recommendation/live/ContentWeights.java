package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.content.FusionWeights;
import io.quartermaster.domain.recommendation.content.ItemPairs;
import io.quartermaster.domain.recommendation.content.Modality;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each modality counts in what items are like by content: with it, the cosine of two {@link
 * ContentVector}s of which the same is known is the mean of those of the modalities, so weighted. 1
 * is what each counts where nothing is learnt.
 *
 * @param brand of equal brands, 0 or more
 * @param category of equal categories, 0 or more
 * @param words of words, 0 or more
 * @param vectors of those that the catalogue brings, by modality, 0 or more; any other counts 1
 */
public record ContentWeights(
        double brand, double category, double words, Map<String, Double> vectors)
        implements Serializable {

    /** Before anything is learnt. */
    public static final ContentWeights EQUAL = new ContentWeights(1, 1, 1, Map.of());

    private static final int MOST_PAIRS = 100_000;

    public ContentWeights {
        vectors = Collections.unmodifiableMap(new TreeMap<>(vectors));
        check("brand", brand);
        check("category", category);
        check("words", words);
        vectors.forEach(ContentWeights::check);
    }

    private static void check(String modality, double weight) {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException(
                    "The weight (%s) of the modality (%s) must be 0 or more, and finite."
                            .formatted(weight, modality));
        }
    }

    /**
     * Learns them: see {@link FusionWeights}.
     *
     * @param items by their numbers
     * @param histories items of each customer in the order of time
     * @param seed of all chance
     */
    public static ContentWeights learn(
            List<DescribedItem> items, List<int[]> histories, long seed) {
        List<Modality> modalities = DescribedItem.modalities(items);
        double[] shares =
                FusionWeights.learn(modalities, ItemPairs.of(histories, MOST_PAIRS, seed));
        Map<String, Double> vectors = new TreeMap<>();
        for (int m = DescribedItem.NAMED; m < shares.length; m++) {
            vectors.put(modalities.get(m).name(), shares[m] * shares.length);
        }
        return new ContentWeights(
                shares[0] * shares.length,
                shares[1] * shares.length,
                shares[2] * shares.length,
                vectors);
    }

    /**
     * Drawn towards equal weights.
     *
     * @param share that is kept of these, 0 to 1
     */
    public ContentWeights kept(double share) {
        Map<String, Double> drawn = new TreeMap<>();
        vectors.forEach((name, weight) -> drawn.put(name, drawn(weight, share)));
        return new ContentWeights(
                drawn(brand, share), drawn(category, share), drawn(words, share), drawn);
    }

    private static double drawn(double weight, double share) {
        return share * weight + (1 - share);
    }

    /** Of a vector that the catalogue brings. */
    double of(String modality) {
        return vectors.getOrDefault(modality, 1.0);
    }
}
