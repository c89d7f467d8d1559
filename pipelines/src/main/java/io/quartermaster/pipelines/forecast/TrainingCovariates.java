package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DemandCovariate;
import java.util.List;

/**
 * What a model may look at while it is trained.
 *
 * @param isKnownAhead whether price and promotion of the days ahead will be known when it forecasts
 * @param hidden covariates that it does without
 */
public record TrainingCovariates(boolean isKnownAhead, List<DemandCovariate> hidden) {

    /** Jobs know no price and no promotion ahead, and hide nothing. */
    public static final TrainingCovariates OF_JOBS = new TrainingCovariates(false, List.of());

    public TrainingCovariates {
        hidden = List.copyOf(hidden);
    }

    void hide(float[][] history, float[] known) {
        hidden.forEach(covariate -> covariate.hide(history, known));
    }
}
