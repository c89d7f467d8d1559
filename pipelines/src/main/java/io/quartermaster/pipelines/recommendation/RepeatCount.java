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

    RepeatCount with(Purchase more) {
        return new RepeatCount(purchases + more.purchases(), repeats + more.repeats());
    }
}
