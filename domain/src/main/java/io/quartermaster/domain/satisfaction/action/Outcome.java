package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is compared before and after: the bad rate of an indicator, or what S lacks to 1.
 *
 * @param before its value before
 * @param after its value after
 * @param trialsBefore evidence before
 * @param trialsAfter evidence after
 * @param variance squared standard error of after - before
 */
record Outcome(
        double before, double after, double trialsBefore, double trialsAfter, double variance) {

    double change() {
        return after - before;
    }

    Difference.Change asChange() {
        return new Difference.Change(change(), variance);
    }

    /**
     * The bad rate of an indicator of every entity with enough trials in both windows.
     *
     * @param phi dispersion of its weekly counts
     */
    static Map<String, Outcome> rates(
            SatisfactionIndicator indicator,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> after,
            double phi,
            double leastTrials) {
        Map<String, Counts> both = new TreeMap<>();
        before.forEach(
                (entity, window) -> {
                    Counts first = window.counts(indicator);
                    Counts second = later(entity, after).counts(indicator);
                    if (first.trials() >= leastTrials && second.trials() >= leastTrials) {
                        both.put(entity, first.plus(second));
                    }
                });
        BetaPrior prior = Fall.prior(both);
        Map<String, Outcome> outcomes = new TreeMap<>();
        both.forEach(
                (entity, counts) -> {
                    Counts first = before.get(entity).counts(indicator);
                    Counts second = counts.minus(first);
                    outcomes.put(
                            entity,
                            new Outcome(
                                    first.rate(),
                                    second.rate(),
                                    first.trials(),
                                    second.trials(),
                                    Fall.variance(counts, first, second, prior, phi)));
                });
        return outcomes;
    }

    /**
     * 1 - S of every entity with enough order lines in both windows, over the indicators that both
     * know; the errors of its parts are taken for independent.
     *
     * @param rates of each indicator by {@link #rates}
     */
    static Map<String, Outcome> scores(
            Map<SatisfactionIndicator, Map<String, Outcome>> rates,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> after,
            SatisfactionRules rules,
            double[] weights,
            double leastTrials) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        before.forEach(
                (entity, window) -> {
                    double first = window.whole()[Evidence.ORDER_LINES.index()];
                    double second = later(entity, after).whole()[Evidence.ORDER_LINES.index()];
                    if (first >= leastTrials && second >= leastTrials) {
                        score(entity, rates, rules, weights, first, second)
                                .ifPresent(outcome -> outcomes.put(entity, outcome));
                    }
                });
        return outcomes;
    }

    private static Optional<Outcome> score(
            String entity,
            Map<SatisfactionIndicator, Map<String, Outcome>> rates,
            SatisfactionRules rules,
            double[] weights,
            double linesBefore,
            double linesAfter) {
        double known = 0;
        double before = 0;
        double after = 0;
        double variance = 0;
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            Outcome rate = rates.getOrDefault(indicator, Map.of()).get(entity);
            if (rate != null) {
                double weight = weights[indicator.index()];
                double worst = rules.worst()[indicator.index()];
                known += weight;
                before += weight * Math.min(1, rate.before / worst);
                after += weight * Math.min(1, rate.after / worst);
                variance += weight * weight / (worst * worst) * rate.variance;
            }
        }
        return known == 0
                ? Optional.empty()
                : Optional.of(
                        new Outcome(
                                before / known,
                                after / known,
                                linesBefore,
                                linesAfter,
                                variance / (known * known)));
    }

    private static EvidenceWindow later(String entity, Map<String, EvidenceWindow> after) {
        return after.getOrDefault(entity, EvidenceWindow.empty());
    }
}
