package io.quartermaster.domain.satisfaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Why a score changed: levels, mix and weighting sum to the change. A pooled rate is p_i = sum over
 * categories c of s_ic p_ic, with shares s of the trials; its mix part is sum of ds_ic (mean p_ic -
 * mean p_i) (Kitagawa 1955), mapped like the rate and weighted like the indicator; the level is the
 * rest of what the indicator did. So a move of sales between good and bad categories is not taken
 * for a change inside them.
 *
 * @param since day of the score before
 * @param change score - score before
 * @param levels by indicator, in the order of {@link SatisfactionIndicator}
 * @param mix what shifts between categories did
 * @param weighting what other weights, and indicators that became known or missing, did
 * @param main largest part that goes the way of the change: an indicator, {@code mix:} and the
 *     category, {@code weighting}; empty if nothing changed
 */
public record SatisfactionCause(
        LocalDate since,
        double change,
        double[] levels,
        double mix,
        double weighting,
        String main) {

    /**
     * One time of an entity.
     *
     * @param weights in force, before those of missing indicators are spread
     * @param indicators S_i, NaN where missing
     * @param priors that drew the rates
     * @param byCategory sums in the order of {@link Evidence}
     */
    public record Time(
            LocalDate day,
            double[] weights,
            double[] indicators,
            BetaPrior[] priors,
            Map<String, double[]> byCategory) {}

    /** Compares two times at which the entity had a score. */
    public static SatisfactionCause of(Time before, Time after, double[] worst) {
        ScoreChange plain =
                ScoreChange.of(before.weights, before.indicators, after.weights, after.indicators);
        double[] spreadBefore = spread(before);
        double[] spreadAfter = spread(after);
        Map<String, Double> mix = new TreeMap<>();
        double[] levels = plain.levels().clone();
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            int i = indicator.index();
            double weight = (spreadBefore[i] + spreadAfter[i]) / 2;
            boolean both = spreadBefore[i] > 0 && spreadAfter[i] > 0;
            boolean moves = both && before.indicators[i] + after.indicators[i] > 0;
            if (moves) {
                Shift shift = new Shift(indicator, before, after, worst[i], weight);
                shift.addTo(mix);
                levels[i] -= shift.total();
            }
        }
        double mixed = mix.values().stream().mapToDouble(Double::doubleValue).sum();
        List<ScoreChange.MixPart> parts =
                mix.entrySet().stream()
                        .map(part -> new ScoreChange.MixPart(part.getKey(), part.getValue()))
                        .toList();
        ScoreChange told =
                new ScoreChange(plain.before(), plain.after(), levels, parts, plain.weighting());
        return new SatisfactionCause(
                before.day,
                told.change(),
                levels,
                mixed,
                told.weighting(),
                told.cause(SatisfactionIndicator.labels()));
    }

    private static double[] spread(Time time) {
        GroupScore whole = new GroupScore("", 1, time.indicators);
        double known = whole.known(time.weights);
        double[] spread = new double[time.weights.length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = Double.isNaN(time.indicators[i]) ? 0 : time.weights[i] / known;
        }
        return spread;
    }

    /** What shifts of trials between categories did to one indicator's part of the score. */
    private static final class Shift {

        private final Map<String, Double> parts = new TreeMap<>();

        Shift(
                SatisfactionIndicator indicator,
                Time before,
                Time after,
                double worst,
                double weight) {
            double[] first = pooled(indicator, before);
            double[] second = pooled(indicator, after);
            double mean = (first[0] / first[1] + second[0] / second[1]) / 2;
            double drawn =
                    (drawn(indicator, before, first[1]) + drawn(indicator, after, second[1]));
            double slope = -weight / worst * drawn / 2;
            TreeSet<String> categories = new TreeSet<>(before.byCategory.keySet());
            categories.addAll(after.byCategory.keySet());
            for (String category : categories) {
                double[] one = counts(indicator, before, category);
                double[] two = counts(indicator, after, category);
                double moved = two[1] / second[1] - one[1] / first[1];
                double rate = rate(one, two);
                if (moved != 0 && !Double.isNaN(rate)) {
                    parts.put(category, slope * moved * (rate - mean));
                }
            }
        }

        /** Share of a change of the rate that is left beside the prior. */
        private static double drawn(SatisfactionIndicator indicator, Time time, double trials) {
            double strength = time.priors[indicator.index()].strength();
            return trials / (trials + strength);
        }

        private static double[] pooled(SatisfactionIndicator indicator, Time time) {
            double[] pooled = new double[2];
            for (String category : new TreeSet<>(time.byCategory.keySet())) {
                double[] counts = counts(indicator, time, category);
                pooled[0] += counts[0];
                pooled[1] += counts[1];
            }
            return pooled;
        }

        private static double[] counts(
                SatisfactionIndicator indicator, Time time, String category) {
            double[] sums = time.byCategory.get(category);
            return sums == null
                    ? new double[2]
                    : new double[] {indicator.events(sums), indicator.trials(sums)};
        }

        /** Mean of both rates; the known one where the category was not there at a time. */
        private static double rate(double[] one, double[] two) {
            if (one[1] <= 0 || two[1] <= 0) {
                double[] known = one[1] > 0 ? one : two;
                return known[1] > 0 ? known[0] / known[1] : Double.NaN;
            }
            return (one[0] / one[1] + two[0] / two[1]) / 2;
        }

        void addTo(Map<String, Double> mix) {
            parts.forEach((category, part) -> mix.merge(category, part, Double::sum));
        }

        double total() {
            return parts.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
