package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.content.ItemContent;

/**
 * Items of like content, by how quickly a history fades; what is alike is learnt once.
 *
 * @param content of the items
 * @param falls how quickly a history may fade
 * @param seed of all chance
 */
record ContentFamily(ItemContent content, double[] falls, long seed) implements ModelFamily {

    @Override
    public String name() {
        return "content";
    }

    @Override
    public Tuned tune(Trial trial) {
        SparseTable table = ContentModel.table(content, trial.training(), seed);
        Tuned best = null;
        for (double fall : falls) {
            ContentModel model = new ContentModel(content, fall, seed);
            best = Tuned.better(best, Tuned.of(name(), model, model.scorer(table), trial));
        }
        return best;
    }
}
