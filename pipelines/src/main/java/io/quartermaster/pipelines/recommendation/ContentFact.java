package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.ItemLook;
import io.quartermaster.domain.forecast.StaticCovariates;
import java.util.stream.IntStream;

/**
 * What the catalogue says of an item, as numbers.
 *
 * @param item the item
 * @param id unique among facts
 * @param numbers {@link StaticCovariates#LISTED} of brand and category, then {@link
 *     StaticCovariates#WORDS} of its words; zeros of what the fact does not say
 */
public record ContentFact(String item, String id, float[] numbers) {

    private static final int WIDTH = StaticCovariates.LISTED + StaticCovariates.WORDS;

    static ContentFact of(CatalogueItem item) {
        float[] numbers = new float[WIDTH];
        float[] listed = StaticCovariates.listed(item.brand(), item.category());
        System.arraycopy(listed, 0, numbers, 0, listed.length);
        return new ContentFact(item.item(), "item|" + item.id(), numbers);
    }

    static ContentFact of(CatalogueText text) {
        float[] look = ItemLook.words(text.title() + " " + text.description());
        int[] places = IntStream.range(0, look.length).filter(i -> look[i] != 0).toArray();
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = look[places[i]];
        }
        float[] numbers = new float[WIDTH];
        float[] words = StaticCovariates.words(places, values);
        System.arraycopy(words, 0, numbers, StaticCovariates.LISTED, words.length);
        return new ContentFact(text.item(), "text|" + text.id(), numbers);
    }

    /** Together with a later fact: what that one says stands. */
    ContentFact with(ContentFact later) {
        float[] both = numbers.clone();
        replace(later.numbers, both, 0, StaticCovariates.LISTED);
        replace(later.numbers, both, StaticCovariates.LISTED, WIDTH);
        return new ContentFact(item, later.id, both);
    }

    private static void replace(float[] from, float[] to, int start, int end) {
        boolean says = IntStream.range(start, end).anyMatch(i -> from[i] != 0);
        if (says) {
            System.arraycopy(from, start, to, start, end - start);
        }
    }
}
