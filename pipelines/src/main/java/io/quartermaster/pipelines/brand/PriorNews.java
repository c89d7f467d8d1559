package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.satisfaction.EntitySums;

/**
 * What priors of brands take note of; exactly one of the fields after the id is there.
 *
 * @param id unique among all news of one time
 * @param evidence or null
 * @param offer or null
 * @param cluster or null
 */
public record PriorNews(String id, EntitySums evidence, BrandOffer offer, BrandCluster cluster) {

    static PriorNews of(EntitySums evidence) {
        return new PriorNews("evidence:" + evidence.entity(), evidence, null, null);
    }

    static PriorNews of(BrandOffer offer) {
        return new PriorNews("offer:" + offer.id(), null, offer, null);
    }

    static PriorNews of(BrandCluster cluster) {
        return new PriorNews("cluster:" + cluster.brand(), null, null, cluster);
    }

    String brand() {
        if (evidence != null) {
            return evidence.entity();
        }
        return offer != null ? offer.brand() : cluster.brand();
    }
}
