package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.ItemLook;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/**
 * One thing to know about how others began: the catalogue's entry of an item, its words, the
 * cluster of a brand, or the first days of an item. Fields that do not belong to its kind are
 * empty.
 *
 * @param kind which of the four
 * @param item the item; empty of a cluster
 * @param place the place of a beginning
 * @param brand the brand, of an item or a cluster
 * @param cluster the cluster of a brand
 * @param category the category of an item
 * @param price the list price of an item
 * @param knownOn epoch day at whose end it is known
 * @param units of the first days
 * @param places of the words' vector that are not 0, ascending
 * @param values of these places
 */
public record PriorFact(
        Kind kind,
        String item,
        String place,
        String brand,
        String cluster,
        String category,
        double price,
        long knownOn,
        long[] units,
        int[] places,
        float[] values) {

    /** What a fact is about. */
    public enum Kind {
        ITEM,
        WORDS,
        CLUSTER,
        BEGINNING
    }

    private static final long[] NO_UNITS = {};
    private static final int[] NO_PLACES = {};
    private static final float[] NO_VALUES = {};

    static PriorFact of(CatalogueItem item) {
        return new PriorFact(
                Kind.ITEM,
                item.item(),
                "",
                item.brand(),
                "",
                item.category(),
                item.listPrice().doubleValue(),
                day(item.time()),
                NO_UNITS,
                NO_PLACES,
                NO_VALUES);
    }

    static PriorFact of(CatalogueText text) {
        float[] words = ItemLook.words(text.title() + " " + text.description());
        int[] places = IntStream.range(0, words.length).filter(i -> words[i] != 0).toArray();
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = words[places[i]];
        }
        return new PriorFact(
                Kind.WORDS,
                text.item(),
                "",
                "",
                "",
                "",
                0,
                day(text.time()),
                NO_UNITS,
                places,
                values);
    }

    static PriorFact of(BrandCluster cluster) {
        return new PriorFact(
                Kind.CLUSTER,
                "",
                "",
                cluster.brand(),
                cluster.cluster(),
                "",
                0,
                cluster.eventDay().toEpochDay(),
                NO_UNITS,
                NO_PLACES,
                NO_VALUES);
    }

    static PriorFact of(EarlyDemand beginning) {
        return new PriorFact(
                Kind.BEGINNING,
                beginning.item(),
                beginning.place(),
                "",
                "",
                "",
                0,
                beginning.knownOn().toEpochDay(),
                beginning.units(),
                NO_PLACES,
                NO_VALUES);
    }

    private static long day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
