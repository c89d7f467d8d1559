package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;

/**
 * What clustering takes note of; exactly one of the fields after the id is there.
 *
 * @param id unique among all news of one time
 * @param score or null
 * @param offer or null
 */
public record RatingNews(String id, BrandScore score, BrandOffer offer) {

    static RatingNews of(BrandScore score) {
        return new RatingNews("score:" + score.brand(), score, null);
    }

    static RatingNews of(BrandOffer offer) {
        return new RatingNews("offer:" + offer.id(), null, offer);
    }
}
