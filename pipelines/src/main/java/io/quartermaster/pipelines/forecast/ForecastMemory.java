package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.SeriesScale;
import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import io.quartermaster.domain.forecast.online.SeriesModelRules;
import io.quartermaster.domain.forecast.online.SeriesModels;

/**
 * What the forecast job keeps of one item at one place: some 5.5 kilobytes, of which the history is
 * 2.3, the regression 1.9 and the sequence model's state 0.5; an ARIMA model adds 0.2 to 7.
 *
 * @param history its last days
 * @param regression the regression's weights and errors
 * @param models those of the series by itself
 * @param sequence what the sequence model knows of it
 * @param ensemble how all of them are put together
 */
public record ForecastMemory(
        DemandHistory history,
        DemandRegression.Memory regression,
        SeriesModels models,
        SequenceMemory sequence,
        SeriesEnsemble ensemble) {

    /** A week is the season of daily demand. */
    static final DemandRegression REGRESSION = new DemandRegression(7);

    /** The memory of a series whose first day is this. */
    static ForecastMemory start(long firstDay) {
        return new ForecastMemory(
                DemandHistory.before(firstDay),
                REGRESSION.start(),
                SeriesModels.none(),
                SequenceMemory.none(),
                SeriesEnsemble.none());
    }

    /** Takes in the next day; models of the series by itself do not take part yet. */
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
        return new ForecastMemory(next, learned, models, sequence, ensemble);
    }

    /** The same with the days that {@code before} does not know yet taken in by its models. */
    ForecastMemory learn(SeriesModelRules rules, String key, ForecastMemory before) {
        int days = (int) Math.min(history.kept(), history.lastDay() - before.history.lastDay());
        SeriesModels next = models;
        double[] recent = history.wanted();
        for (int back = days - 1; back >= 0; back--) {
            boolean isNewest = back == 0;
            next =
                    isNewest
                            ? next.update(rules, key, history.lastDay(), history.wanted(0), recent)
                            : next.update(history.wanted(back));
        }
        return new ForecastMemory(history, regression, next, sequence, ensemble);
    }

    /** Takes in a day again that lies too far back for the models: only the history learns it. */
    ForecastMemory correctHistory(DemandWindow window) {
        return new ForecastMemory(
                history.replace(window), regression, models, sequence.forgotten(), ensemble);
    }

    /** Whether there are days enough for the sequence model and those of the series by itself. */
    boolean isGrown() {
        return history.age() >= DemandFeatures.ENCODER_DAYS
                && history.kept() >= DemandFeatures.ENCODER_DAYS;
    }

    /** Whether the sequence model's state must be made from history. */
    boolean needsEncoding(String version, int carryDays) {
        return sequence.needsEncoding(history, version, carryDays);
    }

    /** With a scale of today, whose state is still to come. */
    ForecastMemory rescaled(String version) {
        return new ForecastMemory(
                history,
                regression,
                models,
                new SequenceMemory(
                        SeriesScale.of(history), sequence.state(), version, history.lastDay()),
                ensemble);
    }

    ForecastMemory withState(float[] next) {
        return new ForecastMemory(history, regression, models, sequence.with(next), ensemble);
    }

    ForecastMemory with(SeriesEnsemble next) {
        return new ForecastMemory(history, regression, models, sequence, next);
    }

    /**
     * Scores what was forecast for the newest day, unless stock ran out or a campaign touched it:
     * nobody knows then what was wanted.
     */
    SeriesEnsemble.Scored score(DemandWindow window, double[] levels, int horizon) {
        boolean known = !window.stockedOut() && window.campaign().isEmpty();
        double value = known ? history.wanted(0) : Double.NaN;
        return ensemble.score(history.lastDay(), value, levels, horizon);
    }
}
