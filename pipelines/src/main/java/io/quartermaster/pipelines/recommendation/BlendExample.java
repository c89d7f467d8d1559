package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.BlendFeatures;

/**
 * What became of an item that was shown.
 *
 * @param id unique among examples
 * @param impression what was shown
 * @param clicked whether the customer took an interest in it in time
 */
public record BlendExample(String id, Impression impression, boolean clicked) {

    static BlendExample of(String customer, Impression shown, boolean clicked) {
        String id = customer + "|" + shown.item() + "|" + shown.time();
        return new BlendExample(id, shown, clicked);
    }

    BlendFeatures features() {
        return new BlendFeatures(
                impression.neighbours(), impression.content(), impression.popularity());
    }
}
