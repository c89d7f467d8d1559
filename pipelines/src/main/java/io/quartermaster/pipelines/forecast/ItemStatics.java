package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.StaticCovariates;

/**
 * What does not change of an item, and from when on it was known: the catalogue's first row of it
 * and its first words, as {@link StaticCovariates}. Some 150 bytes an item.
 *
 * @param listedOn epoch day at whose end brand and category are known
 * @param listed their numbers
 * @param describedOn epoch day at whose end the words are known
 * @param words their numbers
 */
public record ItemStatics(long listedOn, float[] listed, long describedOn, float[] words) {

    private static final float[] NONE = {};

    static final ItemStatics UNKNOWN = new ItemStatics(Long.MAX_VALUE, NONE, Long.MAX_VALUE, NONE);

    /** With what a fact adds: the earliest stands. */
    ItemStatics with(PriorFact fact) {
        return switch (fact.kind()) {
            case ITEM ->
                    fact.knownOn() >= listedOn
                            ? this
                            : new ItemStatics(
                                    fact.knownOn(),
                                    StaticCovariates.listed(fact.brand(), fact.category()),
                                    describedOn,
                                    words);
            case WORDS ->
                    fact.knownOn() >= describedOn
                            ? this
                            : new ItemStatics(
                                    listedOn,
                                    listed,
                                    fact.knownOn(),
                                    StaticCovariates.words(fact.places(), fact.values()));
            case CLUSTER, BEGINNING -> this;
        };
    }

    /** As they are known at the end of a day, at a place; nothing of an item not yet known. */
    public float[] at(long day, String place) {
        if (listedOn > day && describedOn > day) {
            return StaticCovariates.unknown();
        }
        return StaticCovariates.of(
                listedOn <= day ? listed : NONE, describedOn <= day ? words : NONE, place);
    }
}
