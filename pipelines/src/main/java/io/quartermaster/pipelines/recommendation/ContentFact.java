package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.recommendation.live.ContentVector;
import io.quartermaster.domain.text.Words;

/**
 * What is told of an item itself, or that a customer has it.
 *
 * @param kind what it tells
 * @param item the item
 * @param id unique among facts of one kind and time
 * @param words brand and category; or the words of its text, in their order; or the modality
 * @param version of the vector
 * @param given the vector, as {@link ContentVector#given} has it
 */
public record ContentFact(
        Kind kind, String item, String id, String[] words, int version, float[] given) {

    private static final String[] NO_WORDS = {};
    private static final float[] NOTHING_GIVEN = {};

    /** What a fact tells. */
    public enum Kind {
        LISTED,
        DESCRIBED,
        ENCODED,
        HAD
    }

    static ContentFact of(CatalogueItem item) {
        String[] listed = {item.brand(), item.category()};
        return new ContentFact(Kind.LISTED, item.item(), item.id(), listed, 0, NOTHING_GIVEN);
    }

    static ContentFact of(CatalogueText text) {
        String[] words = Words.of(text.title() + " " + text.description()).toArray(String[]::new);
        return new ContentFact(Kind.DESCRIBED, text.item(), text.id(), words, 0, NOTHING_GIVEN);
    }

    static ContentFact of(ItemVector vector) {
        return new ContentFact(
                Kind.ENCODED,
                vector.item(),
                vector.id(),
                new String[] {vector.modality()},
                vector.version(),
                ContentVector.given(vector.modality(), vector.unit()));
    }

    /** That a customer has bought an item or taken an interest in it. */
    static ContentFact had(String item) {
        return new ContentFact(Kind.HAD, item, item, NO_WORDS, 0, NOTHING_GIVEN);
    }

    /** Orders the facts of one time. */
    String order() {
        return kind + "|" + id;
    }
}
