package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How models and their settings are chosen.
 *
 * @param neighbours of item-cf and user-cf, 1 to 1,024
 * @param similarity what finds neighbours of item-cf and of content
 * @param k length of the lists that count
 * @param excludeSeen whether lists leave out what a user has
 * @param ordered whether the order of a history says anything
 * @param heldOut what settings are chosen by; null: drawn from the training part
 * @param holding how it is drawn
 * @param content of items, by number; empty where none is known
 * @param memoryBytes that the closed form may take
 * @param seed of what is drawn
 * @param say takes lines for whoever waits
 */
public record SearchSettings(
        int neighbours,
        SimilaritySettings similarity,
        int k,
        boolean excludeSeen,
        boolean ordered,
        HeldOut heldOut,
        Holding holding,
        Optional<ItemContent> content,
        long memoryBytes,
        long seed,
        Consumer<String> say) {

    public SearchSettings {
        if (neighbours < 1 || neighbours > SimilarityRequest.LARGEST_K) {
            throw new IllegalArgumentException(
                    "The number of neighbours (%d) must be 1 to %,d."
                            .formatted(neighbours, SimilarityRequest.LARGEST_K));
        }
    }

    /** What of the training part is held out to choose by. */
    public enum Holding {
        /** The last event of each user. */
        LAST,
        /** All events of the last time. */
        TEMPORAL,
        /** Some events of each user. */
        DRAWN
    }
}
