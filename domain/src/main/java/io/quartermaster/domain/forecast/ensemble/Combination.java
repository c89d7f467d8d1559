package io.quartermaster.domain.forecast.ensemble;

import io.quartermaster.domain.forecast.ForecastAccuracy;
import io.quartermaster.domain.forecast.HorizonForecast;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the models of one series are put together, learnt from how each did lately.
 *
 * <p>A model's loss is its mean pinball loss, older outcomes fading. One with more than {@value
 * #WORST} times the least loss takes no part (Jose and Winkler, Simple Robust Averages of
 * Forecasts, 2008, on why to trim). The others' weights go by the inverse square of the loss, as
 * inverse mean squared errors do (Bates and Granger, The Combination of Forecasts, 1969), and by
 * little evidence towards equal ones: n / (n + 7) of the way. They are taken anew only when they
 * have moved by more than a tenth in all, so that forecasts do not tremble. The combined forecast
 * competes with the models: the champion is left only for a challenger whose loss is lower by
 * {@value #MARGIN_PERCENT} % or more.
 *
 * <p>Where it is known what models of each kind usually lose beside the best of a series, {@value
 * #USUAL} outcomes more of that count, and weights go by the inverse {@value #SHARPNESS}th power:
 * on demand with many zeros, a model that is a tenth worse pulls quantiles away from the best by
 * more than averaging gains.
 *
 * <p>Models are numbered as the caller lists them; the combination itself comes after the last.
 *
 * @param losses [models + 1] faded sums of pinball loss
 * @param counts [models + 1] faded numbers of outcomes
 * @param weights [models] that sum to 1
 * @param champion which one the plan uses; {@code models} is the combination
 */
public record Combination(double[] losses, double[] counts, double[] weights, int champion) {

    /** Name of the combined forecast. */
    public static final String NAME = "ensemble";

    /** Changes when the rule does. */
    public static final String VERSION = "1";

    /** How much better a challenger must be. */
    static final int MARGIN_PERCENT = 10;

    /** Of the least loss; a model with more takes no part. */
    static final double WORST = 2;

    /** Outcomes that what is usual counts for. */
    static final int USUAL = 28;

    /** A model that loses 1 % more has a weight that is 27 % smaller. */
    static final int SHARPNESS = 32;

    /** Outcomes before a challenger may win: four weeks of days. */
    static final double CHALLENGE = 28;

    private static final double EVIDENCE = 7;

    /** Half of an outcome's weight is gone after this many. */
    static final double HALF_LIFE = 28;

    private static final double FADING = Math.pow(0.5, 1 / HALF_LIFE);
    private static final double TREMBLE = 0.1;
    private static final double NOTHING = 1e-9;

    /** Before any outcome: equal weights, the combination is champion. */
    public static Combination start(int models) {
        double[] usual = new double[models];
        Arrays.fill(usual, 1);
        return start(usual);
    }

    /**
     * Before any outcome, the combination is champion.
     *
     * @param usual what each model usually loses, in the loss of the best, 1 or more
     */
    public static Combination start(double[] usual) {
        int models = usual.length;
        double[] weights = sharpened(usual);
        return new Combination(new double[models + 1], new double[models + 1], weights, models);
    }

    /** How many models there are, the combination aside. */
    public int models() {
        return weights.length;
    }

    /**
     * After one more outcome.
     *
     * @param outcomes [models + 1] pinball loss of each model's and the combined forecast, NaN of
     *     one that made none
     */
    public Combination update(double[] outcomes) {
        Combination learnt = learnt(outcomes);
        return learnt.weighted(learnt.target());
    }

    /**
     * After one more outcome.
     *
     * @param outcomes [models + 1] pinball loss of each model's and the combined forecast, NaN of
     *     one that made none
     * @param usual what each model usually loses, in the loss of the best, 1 or more
     */
    public Combination update(double[] outcomes, double[] usual) {
        Combination learnt = learnt(outcomes);
        return learnt.weighted(learnt.target(usual));
    }

    private Combination learnt(double[] outcomes) {
        double[] nextLosses = losses.clone();
        double[] nextCounts = counts.clone();
        for (int i = 0; i < losses.length; i++) {
            if (!Double.isNaN(outcomes[i])) {
                nextLosses[i] = FADING * losses[i] + outcomes[i];
                nextCounts[i] = FADING * counts[i] + 1;
            }
        }
        return new Combination(nextLosses, nextCounts, weights, champion);
    }

    private Combination weighted(double[] target) {
        double moved = 0;
        for (int i = 0; i < target.length; i++) {
            moved += Math.abs(target[i] - weights[i]) / 2;
        }
        double[] nextWeights = moved > TREMBLE ? target : weights;
        return new Combination(losses, counts, nextWeights, nextChampion());
    }

    private double[] target(double[] usual) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < models(); i++) {
            best = counts[i] > 0 ? Math.min(best, mean(i)) : best;
        }
        double scale = Double.isInfinite(best) ? 1 : best + NOTHING;
        double[] shrunk = new double[models()];
        for (int i = 0; i < shrunk.length; i++) {
            shrunk[i] = (losses[i] + USUAL * usual[i] * scale) / (counts[i] + USUAL);
        }
        return sharpened(shrunk);
    }

    /** Weights that sum to 1, by an inverse power of losses above 0. */
    private static double[] sharpened(double[] losses) {
        double least = Arrays.stream(losses).min().orElse(1);
        double[] weights = new double[losses.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.pow(losses[i] / least, -SHARPNESS);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private double[] target() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < models(); i++) {
            least = counts[i] > 0 ? Math.min(least, mean(i)) : least;
            most = Math.max(most, counts[i]);
        }
        double[] target = new double[models()];
        double sum = 0;
        int kept = 0;
        for (int i = 0; i < target.length; i++) {
            if (counts[i] > 0 && mean(i) <= WORST * least + NOTHING) {
                target[i] = Math.pow(mean(i) + NOTHING, -2);
                sum += target[i];
                kept++;
            }
        }
        double trust = most / (most + EVIDENCE);
        for (int i = 0; i < target.length && kept > 0; i++) {
            double own = trust * target[i] / sum + (1 - trust) / kept;
            target[i] = target[i] > 0 ? own : 0;
        }
        return kept == 0 ? weights : target;
    }

    private int nextChampion() {
        int best = champion;
        double least = counts[champion] == 0 ? Double.POSITIVE_INFINITY : mean(champion);
        least *= 1 - MARGIN_PERCENT / 100.0;
        for (int i = 0; i < losses.length; i++) {
            if (i != champion && counts[i] >= CHALLENGE && mean(i) < least) {
                best = i;
                least = mean(i);
            }
        }
        return best;
    }

    /** Mean pinball loss of a model or the combination lately, NaN before its first outcome. */
    public double mean(int model) {
        return counts[model] == 0 ? Double.NaN : losses[model] / counts[model];
    }

    /**
     * The weighted mean of means and of quantiles, level by level (Lichtendahl, Grushka-Cockayne
     * and Winkler, Is It Better to Average Probabilities or Quantiles?, 2013).
     *
     * @param forecasts one of each model, of the same horizon and levels, null where one made none;
     *     its weight goes to the others
     * @return null if nobody made one
     */
    public HorizonForecast combine(List<HorizonForecast> forecasts) {
        HorizonForecast first = null;
        double total = 0;
        for (int i = 0; i < models(); i++) {
            if (forecasts.get(i) != null) {
                first = first == null ? forecasts.get(i) : first;
                total += weights[i];
            }
        }
        if (first == null) {
            return null;
        }
        int horizon = first.mean().length;
        double[] mean = new double[horizon];
        double[][] quantiles = new double[first.levels().length][horizon];
        for (int i = 0; i < models(); i++) {
            if (forecasts.get(i) != null) {
                double weight = total > 0 ? weights[i] / total : 1.0 / models();
                add(mean, forecasts.get(i).mean(), weight);
                for (int level = 0; level < quantiles.length; level++) {
                    add(quantiles[level], forecasts.get(i).quantiles()[level], weight);
                }
            }
        }
        return new HorizonForecast(mean, first.levels(), quantiles);
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int step = 0; step < sum.length; step++) {
            sum[step] += weight * values[step];
        }
    }

    /**
     * Mean pinball loss of one step of a forecast over its levels.
     *
     * @param step from 0
     */
    public static double loss(HorizonForecast forecast, int step, double actual) {
        double sum = 0;
        for (int level = 0; level < forecast.levels().length; level++) {
            sum +=
                    ForecastAccuracy.pinball(
                            forecast.levels()[level], forecast.quantiles()[level][step], actual);
        }
        return sum / forecast.levels().length;
    }

    /**
     * Who takes part in the combined forecast with which weight, in words, heaviest first.
     *
     * @param names of the models in order
     */
    public String parts(List<String> names) {
        return IntStream.range(0, models())
                .filter(i -> weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .map(i -> "%s %s".formatted(names.get(i), Math.round(weights[i] * 100) / 100.0))
                .collect(Collectors.joining("; "));
    }

    /**
     * Why the champion is champion, in words.
     *
     * @param names of the models in order
     */
    public String reason(List<String> names) {
        if (counts[champion] == 0) {
            return "no outcomes to compare models by yet";
        }
        int next = -1;
        for (int i = 0; i < losses.length; i++) {
            boolean nearer = i != champion && counts[i] > 0;
            if (nearer && (next < 0 || mean(i) < mean(next))) {
                next = i;
            }
        }
        String own = "pinball loss %s lately".formatted(rounded(mean(champion)));
        return next < 0
                ? own
                : own + "; next %s %s".formatted(name(names, next), rounded(mean(next)));
    }

    private static String name(List<String> names, int model) {
        return model < names.size() ? names.get(model) : NAME;
    }

    private static String rounded(double value) {
        return Double.toString(Math.rint(value * 1000) / 1000);
    }
}
