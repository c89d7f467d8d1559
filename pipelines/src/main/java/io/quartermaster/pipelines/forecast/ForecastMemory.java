package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.SeriesScale;

/**
 * What the forecast job keeps of one item at one place.
 *
 * @param history its last days
 * @param regression the regression's weights and errors
 * @param scale what the state was made with
 * @param state h and c of the sequence model, empty before the first encoding
 * @param modelVersion version of the weights that made the state
 * @param encodedDay epoch day on which the state was last made from history
 */
public record ForecastMemory(
        DemandHistory history,
        DemandRegression.Memory regression,
        SeriesScale scale,
        float[] state,
        String modelVersion,
        long encodedDay) {

    /** A week is the season of daily demand. */
    static final DemandRegression REGRESSION = new DemandRegression(7);

    private static final float[] NO_STATE = {};

    /** The memory of a series whose first day is this. */
    static ForecastMemory start(long firstDay) {
        return new ForecastMemory(
                DemandHistory.before(firstDay),
                REGRESSION.start(),
                new SeriesScale(1, 0, 0, 0),
                NO_STATE,
                "",
                0);
    }

    /** Takes in the next day. */
    ForecastMemory observe(DemandWindow window) {
        DemandHistory next = history.append(window);
        DemandRegression.Memory learned =
                REGRESSION.update(
                        regression,
                        next.wantedBefore(REGRESSION.lookBack()),
                        DemandFeatures.weekday(next.lastDay()),
                        window.promotion(),
                        next.relativePrice(),
                        next.wanted(0));
        return new ForecastMemory(next, learned, scale, state, modelVersion, encodedDay);
    }

    /** Takes in a day again: the state is made anew, the regression lets it be. */
    ForecastMemory correct(DemandWindow window) {
        return new ForecastMemory(
                history.replace(window), regression, scale, NO_STATE, "", encodedDay);
    }

    /** Whether there are days enough for the sequence model. */
    boolean isGrown() {
        return history.age() >= DemandFeatures.ENCODER_DAYS
                && history.kept() >= DemandFeatures.ENCODER_DAYS;
    }

    /**
     * Whether the state must be made from history: it is missing or of other weights, the level has
     * moved away from its scale, or it has been carried for long.
     */
    boolean needsEncoding(String version, int carryDays) {
        return state.length == 0
                || !modelVersion.equals(version)
                || history.lastDay() - encodedDay >= carryDays
                || !scale.isNear(history);
    }

    /** With a scale of today, whose state is still to come. */
    ForecastMemory rescaled(String version) {
        return new ForecastMemory(
                history, regression, SeriesScale.of(history), state, version, history.lastDay());
    }

    ForecastMemory withState(float[] next) {
        return new ForecastMemory(history, regression, scale, next, modelVersion, encodedDay);
    }
}
