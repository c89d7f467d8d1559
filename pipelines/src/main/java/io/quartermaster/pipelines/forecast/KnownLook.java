package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.ItemLook;

/**
 * What the catalogue first said of an item, and from when on it was known. Of the words only the
 * places that are not 0: some hundred bytes an item.
 *
 * @param itemDay epoch day at whose end price and category are known
 * @param price list price then
 * @param category its category
 * @param wordsDay epoch day at whose end the words are known
 * @param places of the words' vector that are not 0, ascending
 * @param values of these places
 */
public record KnownLook(
        long itemDay, double price, String category, long wordsDay, int[] places, float[] values) {

    static final KnownLook NOTHING =
            new KnownLook(Long.MAX_VALUE, 0, "", Long.MAX_VALUE, new int[0], new float[0]);

    /** With what a fact adds: the earliest stands, since later prices say what it sold. */
    KnownLook with(PriorFact fact) {
        return switch (fact.kind()) {
            case ITEM ->
                    fact.knownOn() >= itemDay
                            ? this
                            : new KnownLook(
                                    fact.knownOn(),
                                    fact.price(),
                                    fact.category(),
                                    wordsDay,
                                    places,
                                    values);
            case WORDS ->
                    fact.knownOn() >= wordsDay
                            ? this
                            : new KnownLook(
                                    itemDay,
                                    price,
                                    category,
                                    fact.knownOn(),
                                    fact.places(),
                                    fact.values());
            case CLUSTER, BEGINNING -> this;
        };
    }

    /** The item as it is known at the end of a day. */
    ItemLook at(long day, String cluster) {
        boolean isListed = itemDay <= day;
        return new ItemLook(
                wordsDay <= day && places.length > 0 ? words() : new float[0],
                isListed ? price : 0,
                isListed ? category : "",
                cluster);
    }

    private float[] words() {
        float[] words = new float[ItemLook.DIMENSIONS];
        for (int i = 0; i < places.length; i++) {
            words[places[i]] = values[i];
        }
        return words;
    }
}
