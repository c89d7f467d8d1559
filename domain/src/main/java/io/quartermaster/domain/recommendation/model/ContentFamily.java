package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.similarity.SimilaritySettings;

/**
 * Items of like content, by how quickly a history fades; what is alike is learnt once.
 *
 * @param content of the items
 * @param falls how quickly a history may fade
 * @param seed of all chance
 * @param similarity what finds the nearest
 */
record ContentFamily(ItemContent content, double[] falls, long seed, SimilaritySettings similarity)
        implements ModelFamily {

    @Override
    public String name() {
        return "content";
    }

    @Override
    public Tuned tune(Trial trial) {
        SparseTable table = model(falls[0]).table(trial.training());
        Tuned best = null;
        for (double fall : falls) {
            ContentModel model = model(fall);
            best = Tuned.better(best, Tuned.of(name(), model, model.scorer(table), trial));
        }
        return best;
    }

    private ContentModel model(double fall) {
        return new ContentModel(content, fall, seed, similarity);
    }
}
