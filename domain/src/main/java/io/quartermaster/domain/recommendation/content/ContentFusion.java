package io.quartermaster.domain.recommendation.content;

import io.quartermaster.domain.similarity.SimilarityInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Modalities of a catalogue with the weights learnt from histories. Where there are terms, a
 * trained code of them is a modality of its own; it learns from three quarters of the pairs and the
 * weights from the rest, so that the code is judged on pairs that it does not know.
 *
 * @param modalities at least one
 * @param weights one each, 0 or more, adding up to 1
 */
public record ContentFusion(List<Modality> modalities, double[] weights) {

    /** Name of the code of terms. */
    public static final String CODE = "code";

    private static final int CODE_SIZE = 64;
    private static final int EPOCHS = 3;
    private static final int MOST_PAIRS = 100_000;

    public ContentFusion {
        modalities = List.copyOf(modalities);
        if (modalities.isEmpty() || modalities.size() != weights.length) {
            throw new IllegalArgumentException(
                    "The number of weights (%d) must be that of modalities (%d), 1 or more."
                            .formatted(weights.length, modalities.size()));
        }
    }

    /**
     * Learns.
     *
     * @param given modalities that the catalogue brings
     * @param terms what is encoded besides, if anything
     * @param histories items of each customer in the order of time
     * @param seed of all chance
     */
    public static ContentFusion learn(
            List<Modality> given, Optional<Modality> terms, List<int[]> histories, long seed) {
        ItemPairs pairs = ItemPairs.of(histories, MOST_PAIRS, seed);
        int cut = pairs.chosen().length * 3 / 4;
        List<Modality> all = new ArrayList<>(given);
        terms.ifPresent(
                one ->
                        all.add(
                                TermEncoder.encode(
                                        CODE, one, pairs.part(0, cut), CODE_SIZE, EPOCHS, seed)));
        ItemPairs held = pairs.part(cut, pairs.chosen().length);
        List<Modality> fitting = fitting(all, seed);
        return new ContentFusion(fitting, FusionWeights.learn(fitting, held));
    }

    /**
     * Together at most as long as a kernel takes vectors: longer ones are projected by chance to
     * their share, which keeps cosines roughly as they are.
     */
    private static List<Modality> fitting(List<Modality> all, long seed) {
        int share = SimilarityInput.LARGEST_DIMENSIONS / all.size();
        if (all.stream().mapToInt(Modality::dimensions).sum()
                <= SimilarityInput.LARGEST_DIMENSIONS) {
            return all;
        }
        ItemPairs none = ItemPairs.of(List.of(), 0, seed);
        return all.stream()
                .map(
                        one ->
                                one.dimensions() <= share
                                        ? one
                                        : TermEncoder.encode(one.name(), one, none, share, 0, seed))
                .toList();
    }

    /** The vectors of all items: see {@link FusedVectors}. */
    public float[][] vectors() {
        return FusedVectors.of(modalities, weights, modalities.get(0).vectors().length);
    }

    /** How alike two items are by all modalities together, -1 to 1. */
    public double alike(int one, int other) {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * modalities.get(m).cosine(one, other);
        }
        return sum;
    }

    /** In words: {@code words 0.40, code 0.60}. */
    public String told() {
        String[] parts = new String[weights.length];
        Arrays.setAll(
                parts,
                m -> String.format(Locale.ROOT, "%s %.2f", modalities.get(m).name(), weights[m]));
        return String.join(", ", parts);
    }
}
