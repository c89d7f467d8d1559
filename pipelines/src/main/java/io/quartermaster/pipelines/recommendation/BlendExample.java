package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.ShownItem;
import io.quartermaster.domain.recommendation.live.BlendFeatures;
import java.time.Instant;

/**
 * What became of an item that was shown.
 *
 * @param customer token of the customer
 * @param time when it was clicked, or could no longer be, milliseconds since the epoch
 * @param impression what was shown
 * @param clicked whether the customer took an interest in it in time
 */
public record BlendExample(String customer, long time, Impression impression, boolean clicked) {

    /** Unique among examples. */
    String id() {
        return customer + "|" + impression.item() + "|" + impression.time();
    }

    /** As a line that a ranker learns from. */
    ShownItem line() {
        return new ShownItem(
                customer,
                impression.item(),
                Instant.ofEpochMilli(impression.time()),
                Instant.ofEpochMilli(time),
                clicked,
                impression.features());
    }

    BlendFeatures features() {
        return new BlendFeatures(
                impression.neighbours(), impression.content(), impression.popularity());
    }
}
