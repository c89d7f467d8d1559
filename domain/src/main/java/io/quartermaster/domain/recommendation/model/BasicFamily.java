package io.quartermaster.domain.recommendation.model;

import java.util.List;

/**
 * A few models of which the best is taken.
 *
 * @param name of the family
 * @param models to try
 */
record BasicFamily(String name, List<? extends RecommendationModel> models) implements ModelFamily {

    @Override
    public Tuned tune(Trial trial) {
        Tuned best = null;
        for (RecommendationModel model : models) {
            best = Tuned.better(best, Tuned.of(name, model, model.fit(trial.training()), trial));
        }
        return best;
    }
}
