package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.forecast.EarlyDemand;
import java.time.ZoneOffset;

/**
 * One thing to know about how others began: the brand of an item, the cluster of a brand, or the
 * first days of an item. Fields that do not belong to its kind are empty.
 *
 * @param kind which of the three
 * @param item the item, of a brand or a beginning
 * @param place the place of a beginning
 * @param brand the brand, of an item or a cluster
 * @param cluster the cluster of a brand
 * @param knownOn epoch day at whose end it is known
 * @param units of the first days
 */
public record PriorFact(
        Kind kind,
        String item,
        String place,
        String brand,
        String cluster,
        long knownOn,
        long[] units) {

    /** What a fact is about. */
    public enum Kind {
        ITEM,
        CLUSTER,
        BEGINNING
    }

    private static final long[] NONE = {};

    static PriorFact of(CatalogueItem item) {
        long day = item.time().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
        return new PriorFact(Kind.ITEM, item.item(), "", item.brand(), "", day, NONE);
    }

    static PriorFact of(BrandCluster cluster) {
        return new PriorFact(
                Kind.CLUSTER,
                "",
                "",
                cluster.brand(),
                cluster.cluster(),
                cluster.eventDay().toEpochDay(),
                NONE);
    }

    static PriorFact of(EarlyDemand beginning) {
        return new PriorFact(
                Kind.BEGINNING,
                beginning.item(),
                beginning.place(),
                "",
                "",
                beginning.knownOn().toEpochDay(),
                beginning.units());
    }
}
