package io.quartermaster.domain.forecast.online;

import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.ensemble.Combination;
import io.quartermaster.domain.forecast.ensemble.QuantileTracker;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the models of one series are put together, learnt from how the forecasts that they made came
 * out. Each value scores the newest forecast of every model for it; a horizon that is over
 * calibrates the quantiles of its sum.
 *
 * @param models names, in the order of the combination
 * @param combination weights and champion
 * @param steps calibrates the quantiles of single steps
 * @param sums calibrates the 0.5 and the 0.9 quantile of a horizon's sum
 * @param newest what was forecast last: of each model, combined, combined and calibrated
 * @param open sums that are not known yet, oldest first
 */
public record SeriesEnsemble(
        String[] models,
        Combination combination,
        QuantileTracker steps,
        QuantileTracker sums,
        OpenForecast newest,
        OpenSum[] open) {

    private static final double[] SUM_LEVELS = {0.5, 0.9};

    /**
     * After a value.
     *
     * @param ensemble what is known then
     * @param inside 1 if the value lay between the lowest and the highest quantile told for it, 0
     *     if not, -1 if nothing was
     * @param sumBelow 1 if a horizon ended whose sum was at most the 0.9 quantile told, 0 if it was
     *     more, -1 if none ended
     */
    public record Scored(SeriesEnsemble ensemble, int inside, int sumBelow) {}

    /**
     * A combined forecast.
     *
     * @param ensemble with the forecasts open
     * @param forecast calibrated
     * @param cumulativeQ50 calibrated 0.5 quantile of the sum of steps 0 to h
     * @param cumulativeQ90 calibrated 0.9 quantile of the sum of steps 0 to h
     */
    public record Combined(
            SeriesEnsemble ensemble,
            HorizonForecast forecast,
            double[] cumulativeQ50,
            double[] cumulativeQ90) {}

    /** Before any forecast. */
    public static SeriesEnsemble none() {
        return start(List.of(), 3);
    }

    private static SeriesEnsemble start(List<String> models, int levels) {
        return new SeriesEnsemble(
                models.toArray(new String[0]),
                Combination.start(usual(models)),
                QuantileTracker.start(levels),
                QuantileTracker.start(SUM_LEVELS.length),
                OpenForecast.none(),
                new OpenSum[0]);
    }

    /**
     * What a model usually loses on daily demand, in the loss of the best: seen on generated
     * marketplaces and on Online Retail alike.
     */
    private static double[] usual(List<String> models) {
        double[] usual = new double[models.size()];
        for (int i = 0; i < usual.length; i++) {
            String model = models.get(i);
            boolean best =
                    model.equals(ForecastChampion.LSTM)
                            || model.equals(IntermittentMethod.TSB.label());
            usual[i] = best ? 1 : model.equals(SeasonalNaive.NAME) ? 1.4 : 1.1;
        }
        return usual;
    }

    /**
     * Scores what was forecast for a value.
     *
     * @param step its number
     * @param value NaN where nobody knows what was wanted: such a step scores nothing
     * @param levels of the quantiles
     * @param horizon steps of a sum
     */
    public Scored score(long step, double value, double[] levels, int horizon) {
        boolean known = !Double.isNaN(value);
        Combination learnt = combination;
        QuantileTracker calibrated = steps;
        int inside = -1;
        if (known && newest.holds(step)) {
            int told = models.length + 1;
            double[] losses = new double[models.length + 1];
            for (int i = 0; i < models.length; i++) {
                losses[i] = newest.loss(i, step, levels, value);
            }
            losses[models.length] = newest.loss(told, step, levels, value);
            learnt = combination.update(losses, usual(List.of(models)));
            double[] raw = newest.quantiles(models.length, step, levels.length);
            calibrated = steps.updateGently(levels, raw, value);
            double[] bounds = newest.quantiles(told, step, levels.length);
            inside = value >= bounds[0] && value <= bounds[bounds.length - 1] ? 1 : 0;
        }
        return scoredSums(step, value, horizon, learnt, calibrated, inside);
    }

    private Scored scoredSums(
            long step,
            double value,
            int horizon,
            Combination learnt,
            QuantileTracker calibrated,
            int inside) {
        QuantileTracker next = sums;
        List<OpenSum> left = new ArrayList<>();
        int below = -1;
        for (OpenSum sum : open) {
            OpenSum more = sum.with(value);
            if (step - sum.madeOn() < horizon) {
                left.add(more);
            } else if (step - sum.madeOn() == horizon && !Double.isNaN(more.sum())) {
                double[] quantiles = {sum.median(), sum.high()};
                next = next.update(SUM_LEVELS, quantiles, more.sum());
                below = more.sum() <= sum.told() ? 1 : 0;
            }
        }
        SeriesEnsemble scored =
                new SeriesEnsemble(
                        models, learnt, calibrated, next, newest, left.toArray(new OpenSum[0]));
        return new Scored(scored, inside, below);
    }

    /**
     * Puts forecasts together.
     *
     * @param names of the models that run; others than before start anew
     * @param said what they said, not necessarily all of them
     * @param madeOn step of the last value known
     * @param scored steps of it that will be scored
     * @return null if nobody said anything
     */
    public Combined combine(
            List<String> names, List<SeriesModels.Said> said, long madeOn, int scored) {
        List<HorizonForecast> forecasts = new ArrayList<>();
        for (String name : names) {
            forecasts.add(forecast(name, said));
        }
        int levels = said.isEmpty() ? 0 : said.get(0).forecast().levels().length;
        SeriesEnsemble of = Arrays.asList(models).equals(names) ? this : start(names, levels);
        HorizonForecast raw = of.combination.combine(forecasts);
        return raw == null ? null : of.combined(forecasts, raw.possible(), madeOn, scored);
    }

    private static HorizonForecast forecast(String name, List<SeriesModels.Said> said) {
        for (SeriesModels.Said one : said) {
            if (one.model().equals(name)) {
                return one.forecast();
            }
        }
        return null;
    }

    private Combined combined(
            List<HorizonForecast> forecasts, HorizonForecast raw, long madeOn, int scored) {
        HorizonForecast told = calibrated(raw);
        double[] medians = raw.cumulative(SUM_LEVELS[0]);
        double[] highs = raw.cumulative(SUM_LEVELS[1]);
        int last = medians.length - 1;
        double[] sum = sums.calibrated(new double[] {medians[last], highs[last]});
        double[] q50 = shifted(medians, medians, highs, sum[0] - medians[last]);
        double[] q90 = shifted(highs, medians, highs, sum[1] - highs[last]);
        List<HorizonForecast> all = new ArrayList<>(forecasts);
        all.add(raw);
        all.add(told);
        OpenSum[] more = Arrays.copyOf(open, open.length + 1);
        more[open.length] = new OpenSum(madeOn, medians[last], highs[last], q90[last], 0);
        OpenForecast kept = OpenForecast.of(madeOn, all, raw.levels(), Math.min(scored, last + 1));
        return new Combined(
                new SeriesEnsemble(models, combination, steps, sums, kept, more), told, q50, q90);
    }

    private HorizonForecast calibrated(HorizonForecast raw) {
        int levels = raw.levels().length;
        double[][] quantiles = new double[levels][raw.mean().length];
        double[] one = new double[levels];
        for (int step = 0; step < raw.mean().length; step++) {
            for (int level = 0; level < levels; level++) {
                one[level] = raw.quantiles()[level][step];
            }
            double[] moved = steps.calibrated(one);
            for (int level = 0; level < levels; level++) {
                quantiles[level][step] = moved[level];
            }
        }
        return new HorizonForecast(raw.mean(), raw.levels(), quantiles).possible();
    }

    /** What the whole horizon's sum is moved by, in the share of the spread of each shorter one. */
    private static double[] shifted(double[] sums, double[] medians, double[] highs, double shift) {
        int last = sums.length - 1;
        double whole = highs[last] - medians[last];
        double[] shifted = new double[sums.length];
        double least = 0;
        for (int step = 0; step < sums.length; step++) {
            double share =
                    whole > 0 ? (highs[step] - medians[step]) / whole : (step + 1.0) / sums.length;
            least = Math.max(least, sums[step] + shift * share);
            shifted[step] = Math.rint(least * 1e6) / 1e6;
        }
        return shifted;
    }

    /** Name of the model that the plan uses, the combination among them. */
    public String champion() {
        int champion = combination.champion();
        return champion < models.length ? models[champion] : Combination.NAME;
    }

    /** Why, in words. */
    public String reason() {
        return combination.reason(List.of(models));
    }
}
