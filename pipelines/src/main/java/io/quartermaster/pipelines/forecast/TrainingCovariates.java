package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandCovariate;
import java.util.List;

/**
 * What a model may look at while it is trained.
 *
 * @param isKnownAhead whether price and promotion of the days ahead will be known when it
 *     forecasts, as they then came
 * @param calendar where they are planned, if they are not known as they came
 * @param hidden covariates that it does without
 */
public record TrainingCovariates(
        boolean isKnownAhead, PriceCalendar calendar, List<DemandCovariate> hidden) {

    public TrainingCovariates {
        hidden = List.copyOf(hidden);
    }

    /** Without a calendar. */
    public TrainingCovariates(boolean isKnownAhead, List<DemandCovariate> hidden) {
        this(isKnownAhead, PriceCalendar.NONE, hidden);
    }

    /** Jobs know what is planned, and hide nothing. */
    public static TrainingCovariates ofJobs(PriceCalendar calendar) {
        return new TrainingCovariates(false, calendar, List.of());
    }

    /** What is known of the days after one, null if all that came. */
    DaysAhead known(String item, String place, long day, int horizon) {
        return isKnownAhead ? null : calendar.ahead(item, place, day, horizon);
    }

    void hide(float[][] history, float[] known) {
        hidden.forEach(covariate -> covariate.hide(history, known));
    }
}
