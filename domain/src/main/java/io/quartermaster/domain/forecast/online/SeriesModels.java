package io.quartermaster.domain.forecast.online;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.arima.ArimaFit;
import io.quartermaster.domain.forecast.arima.ArimaModel;
import io.quartermaster.domain.forecast.arima.ArimaSearch;
import io.quartermaster.domain.forecast.intermittent.IntermittentDemand;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import io.quartermaster.domain.forecast.smoothing.Theta;
import java.util.ArrayList;
import java.util.List;

/**
 * The models of one series, kept up value by value: after any number of values they are what a
 * filter with the same parameters over all of them would be.
 *
 * <p>Whether they still fit is told by their surprise: the exponentially weighted mean (weight 0.1)
 * of squared one-step errors over the variance that the model gave them, each {@value #LARGEST} at
 * most, so that one bulk order is no drift. It is 1 on average where a model errs as it expects to.
 *
 * @param smoothing null where it does not run
 * @param theta null where it does not run
 * @param arima null where it does not run
 * @param intermittent null where it does not run
 * @param fits how often form or parameters were estimated; 0 before the first
 * @param surprise recent squared errors, in the variances expected
 */
public record SeriesModels(
        ExponentialSmoothing smoothing,
        Theta theta,
        ArimaModel arima,
        IntermittentDemand intermittent,
        int fits,
        double surprise) {

    private static final double WEIGHT = 0.1;
    private static final double LARGEST = 9;

    /** Weight of a new size or chance of demand that comes now and then. */
    private static final double INTERMITTENT = 0.1;

    private static final double[] NO_LEVELS = {};

    /** The variance of a series that never moved must not make every move a surprise. */
    private static final double LEAST_VARIANCE = 0.05;

    /** What a model forecasts, under its name and the version of its rule and form. */
    public record Said(String model, String version, HorizonForecast forecast) {}

    /** Before the first fit. */
    public static SeriesModels none() {
        return new SeriesModels(null, null, null, null, 0, 1);
    }

    /** Whether they have been fitted. */
    public boolean areFitted() {
        return fits > 0;
    }

    /**
     * The models after one more value, estimated anew where that is due.
     *
     * @param key of the series, for its turn
     * @param step number of the value
     * @param value 0 or more
     * @param recent values that are kept, newest, the value itself, last; the models are fitted on
     *     them
     */
    public SeriesModels update(
            SeriesModelRules rules, String key, long step, double value, double[] recent) {
        if (!areFitted()) {
            return fitted(rules, recent);
        }
        SeriesModels next = update(value);
        if (rules.isDrift(next.surprise)) {
            return next.fitted(rules, recent);
        }
        return rules.isDue(key, step) ? next.estimated(rules, recent) : next;
    }

    /** The models after one more value with the same parameters, in time and memory of a state. */
    public SeriesModels update(double value) {
        return new SeriesModels(
                smoothing == null ? null : smoothing.update(value),
                theta == null ? null : theta.update(value),
                arima == null ? null : arima.update(value),
                intermittent == null ? null : intermittent.update(value),
                fits,
                surprise + WEIGHT * (surpriseOf(value) - surprise));
    }

    /** Form and parameters from a history. */
    public SeriesModels fitted(SeriesModelRules rules, double[] history) {
        return new SeriesModels(
                rules.holds(ExponentialSmoothing.NAME)
                        ? SmoothingFit.automatic(history, rules.season()).model()
                        : null,
                rules.holds(Theta.NAME) ? Theta.fit(history, rules.season()) : null,
                rules.holds(ArimaModel.NAME)
                        ? ArimaSearch.automatic(history, rules.season()).model()
                        : null,
                rules.holds(IntermittentMethod.TSB.label()) ? intermittent(history) : null,
                fits + 1,
                1);
    }

    /** The size and chance of rare demand need more than is kept: they only ever go on. */
    private IntermittentDemand intermittent(double[] history) {
        return intermittent != null
                ? intermittent
                : IntermittentDemand.fit(
                        IntermittentMethod.TSB, INTERMITTENT, INTERMITTENT, history);
    }

    /** Parameters from a history, in the form that was found before. */
    SeriesModels estimated(SeriesModelRules rules, double[] history) {
        return new SeriesModels(
                smoothing == null ? null : SmoothingFit.of(smoothing.form(), history).model(),
                theta == null ? null : Theta.fit(history, rules.season()),
                arima == null ? null : ArimaFit.of(arima.order(), history).model(),
                intermittent,
                fits + 1,
                surprise);
    }

    private double surpriseOf(double value) {
        double sum = 0;
        int count = 0;
        if (smoothing != null) {
            sum += surprise(value, smoothing.mean(1)[0], smoothing.variance(1)[0]);
            count++;
        }
        if (theta != null) {
            sum += surprise(value, theta.forecast(1, NO_LEVELS).mean()[0], theta.variance());
            count++;
        }
        if (arima != null) {
            sum += surprise(value, arima.forecast(1, NO_LEVELS).mean()[0], arima.variance());
            count++;
        }
        return count == 0 || Double.isNaN(value) ? surprise : sum / count;
    }

    private static double surprise(double value, double mean, double variance) {
        double error = value - mean;
        return Math.min(LARGEST, error * error / Math.max(LEAST_VARIANCE, variance));
    }

    /** What each model expects of the next steps; none before the first fit. */
    public List<Said> forecast(int horizon, double[] levels) {
        List<Said> said = new ArrayList<>();
        if (smoothing != null) {
            said.add(
                    new Said(
                            ExponentialSmoothing.NAME,
                            ExponentialSmoothing.VERSION + "/" + smoothing.form(),
                            smoothing.forecast(horizon, levels).possible()));
        }
        if (theta != null) {
            said.add(
                    new Said(
                            Theta.NAME, Theta.VERSION, theta.forecast(horizon, levels).possible()));
        }
        if (arima != null) {
            said.add(
                    new Said(
                            ArimaModel.NAME,
                            ArimaModel.VERSION + "/" + arima.order(),
                            arima.forecast(horizon, levels).possible()));
        }
        if (intermittent != null) {
            said.add(
                    new Said(
                            IntermittentMethod.TSB.label(),
                            IntermittentDemand.VERSION,
                            intermittent.forecast(horizon, levels).possible()));
        }
        return said;
    }
}
