package io.quartermaster.pipelines.recommendation;

/**
 * How often an item was bought.
 *
 * @param purchases all
 * @param repeats those by who had bought it before
 */
public record RepeatCount(long purchases, long repeats) {

    /** Nothing yet. */
    static final RepeatCount NONE = new RepeatCount(0, 0);

    RepeatCount with(boolean isRepeat) {
        return new RepeatCount(purchases + 1, repeats + (isRepeat ? 1 : 0));
    }
}
