package io.quartermaster.domain.forecast.smoothing;

import java.util.ArrayList;
import java.util.List;

/**
 * Which components a model has, ETS(error, trend, season).
 *
 * @param error additive or multiplicative
 * @param trend whether the level has a slope
 * @param damped whether the slope fades; only with a trend
 * @param season none, additive or multiplicative
 * @param period steps of a season, 1 without one
 */
public record SmoothingForm(
        Component error, boolean trend, boolean damped, Component season, int period) {

    public SmoothingForm {
        if (error == Component.NONE) {
            throw new IllegalArgumentException("A form of smoothing has an error: A or M.");
        }
        if (damped && !trend) {
            throw new IllegalArgumentException("Only a trend can be damped.");
        }
        if ((season == Component.NONE) != (period == 1) || period < 1) {
            throw new IllegalArgumentException(
                    "The period (%d) of a season (%s) must be 2 or more, and 1 without a season."
                            .formatted(period, season));
        }
    }

    /**
     * The forms worth trying for a series: those whose variance is finite (additive error with a
     * multiplicative season is left out), the multiplicative ones only for positive values.
     *
     * @param period steps of a season, 1 for none
     * @param positive whether all values lie above 0
     */
    public static List<SmoothingForm> candidates(int period, boolean positive) {
        List<SmoothingForm> forms = new ArrayList<>();
        for (Component error : List.of(Component.ADDITIVE, Component.MULTIPLICATIVE)) {
            for (Component season : Component.values()) {
                boolean fits = season == Component.NONE || period > 1;
                boolean finite =
                        error == Component.MULTIPLICATIVE || season != Component.MULTIPLICATIVE;
                if (fits && finite && (positive || error == Component.ADDITIVE)) {
                    int steps = season == Component.NONE ? 1 : period;
                    forms.add(new SmoothingForm(error, false, false, season, steps));
                    forms.add(new SmoothingForm(error, true, false, season, steps));
                    forms.add(new SmoothingForm(error, true, true, season, steps));
                }
            }
        }
        return forms;
    }

    /** Parameters of the likelihood: weights, first states, variance. */
    public int parameters() {
        int weights = 1 + (trend ? 1 : 0) + (damped ? 1 : 0) + (seasonal() ? 1 : 0);
        int states = 1 + (trend ? 1 : 0) + (seasonal() ? period - 1 : 0);
        return weights + states + 1;
    }

    /** Whether it has a season. */
    public boolean seasonal() {
        return season != Component.NONE;
    }

    /** For example {@code ETS(A,Ad,N)}. */
    @Override
    public String toString() {
        String slope = trend ? damped ? "Ad" : "A" : "N";
        return "ETS(%s,%s,%s)".formatted(error.letter(), slope, season.letter());
    }
}
