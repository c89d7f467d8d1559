package io.quartermaster.domain.forecast.smoothing;

import io.quartermaster.domain.forecast.SeriesStatistics;
import io.quartermaster.domain.optimisation.Minimum;
import io.quartermaster.domain.optimisation.NelderMead;
import java.util.Arrays;

/**
 * Fits forms to a history by maximum likelihood and chooses among them by the corrected information
 * criterion of Akaike (Hyndman and others, 2008, chapter 5 and 7.1). Forms are compared with their
 * first state as {@link FirstState} finds it; the chosen one then gets its first level, slope and,
 * up to {@value #LONGEST_FREE_SEASON} steps, season by likelihood too.
 */
public final class SmoothingFit {

    static final int LONGEST_FREE_SEASON = 12;

    /** The longest season that a form of smoothing is tried with. */
    public static final int LONGEST_SEASON = 24;

    private static final NelderMead WEIGHTS = new NelderMead(150, 1e-6);
    private static final NelderMead ALL = new NelderMead(2000, 1e-8);

    /**
     * A fitted model and how well it fits.
     *
     * @param model after the last value of the history
     * @param start its state before the first
     * @param criterion AICc; smaller is better
     */
    public record Fitted(ExponentialSmoothing model, SmoothingState start, double criterion) {}

    private SmoothingFit() {}

    /**
     * The best form for a history.
     *
     * @param values oldest first, NaN where missing
     * @param period steps of a season, 1 for none; one above 24, or with less than two seasons of
     *     values, counts as none
     */
    public static Fitted automatic(double[] values, int period) {
        boolean positive = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v > 0);
        long known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
        int season = period > LONGEST_SEASON || known < 2L * period + 2 ? 1 : period;
        Fitted best = null;
        for (SmoothingForm form : SmoothingForm.candidates(season, positive)) {
            if (known > form.parameters() + 1L || best == null) {
                Fitted fitted = fit(form, values, false);
                best = best == null || fitted.criterion() < best.criterion() ? fitted : best;
            }
        }
        Fitted refined = fit(best.model().form(), values, true);
        return refined.criterion() <= best.criterion() ? refined : best;
    }

    /** A given form with its most likely weights and first state. */
    public static Fitted of(SmoothingForm form, double[] values) {
        Fitted coarse = fit(form, values, false);
        Fitted fine = fit(form, values, true);
        return fine.criterion() <= coarse.criterion() ? fine : coarse;
    }

    private static Fitted fit(SmoothingForm form, double[] values, boolean states) {
        SmoothingVariables variables =
                new SmoothingVariables(form, FirstState.of(form, values), spread(values), states);
        NelderMead search = states ? ALL : WEIGHTS;
        Minimum minimum =
                search.minimise(
                        point -> deviance(form, variables, point, values),
                        variables.start(),
                        variables.steps());
        return fitted(form, variables, minimum.point(), values);
    }

    private static double deviance(
            SmoothingForm form, SmoothingVariables variables, double[] point, double[] values) {
        SmoothingWeights weights = variables.weights(point);
        if (!weights.possible(form)) {
            return Double.POSITIVE_INFINITY;
        }
        return run(form, weights, variables.state(point), values).deviance();
    }

    private static Fitted fitted(
            SmoothingForm form, SmoothingVariables variables, double[] point, double[] values) {
        SmoothingWeights weights = variables.weights(point);
        SmoothingState start = variables.state(point);
        SmoothingFilter filter = run(form, weights, start, values);
        int parameters = form.parameters();
        double n = filter.count();
        double left = Math.max(1, n - parameters + 1);
        return new Fitted(
                new ExponentialSmoothing(
                        form, weights, filter.sumOfSquares() / left, filter.state()),
                start,
                SeriesStatistics.criterion(filter.deviance(), parameters, n));
    }

    private static SmoothingFilter run(
            SmoothingForm form, SmoothingWeights weights, SmoothingState start, double[] values) {
        SmoothingFilter filter = new SmoothingFilter(form, weights, start);
        for (double value : values) {
            filter.step(value);
        }
        return filter;
    }

    private static double spread(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        return Math.max(
                1e-8 + 1e-4 * Math.abs(mean), Math.sqrt(squares / Math.max(1, known.length)));
    }
}
