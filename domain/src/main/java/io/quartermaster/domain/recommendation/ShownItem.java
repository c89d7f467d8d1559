package io.quartermaster.domain.recommendation;

import java.time.Instant;

/**
 * What became of an item that was shown to a customer: a line that a ranker learns from.
 *
 * @param customer token of the customer
 * @param item the item
 * @param shownAt when it was shown
 * @param judgedAt when it was clicked, or could no longer be
 * @param clicked whether the customer took an interest in it in time
 * @param features in the order of {@link
 *     io.quartermaster.domain.recommendation.live.RankerFeature}, as they were when it was shown
 */
public record ShownItem(
        String customer,
        String item,
        Instant shownAt,
        Instant judgedAt,
        boolean clicked,
        float[] features) {}
