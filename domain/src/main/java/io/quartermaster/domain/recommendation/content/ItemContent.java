package io.quartermaster.domain.recommendation.content;

import java.util.List;
import java.util.Optional;

/**
 * What is known of items by themselves.
 *
 * @param modalities that the catalogue brings, at least one
 * @param terms words and attributes together, of which a code is learnt; empty if there are none
 */
public record ItemContent(List<Modality> modalities, Optional<Modality> terms) {

    public ItemContent {
        modalities = List.copyOf(modalities);
        if (modalities.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing is said of any item.\nMaybe the columns of words have other names.");
        }
    }

    /** How many items there are. */
    public int items() {
        return modalities.get(0).vectors().length;
    }

    /** Learns how much each modality counts: see {@link ContentFusion}. */
    public ContentFusion fusion(List<int[]> histories, long seed) {
        return ContentFusion.learn(modalities, terms, histories, seed);
    }
}
