package io.quartermaster.domain.satisfaction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * S = sum of w_i S_i over the indicators that are known.
 *
 * <p>A bad rate p of {@link SatisfactionIndicator} is mapped linearly, S_i = max(0, 1 - p /
 * worst_i). Where a prior is given, p is drawn towards what is usual ({@link BetaPrior}). An
 * indicator with too little evidence, or one that the history does not tell, is missing: its weight
 * is spread over the others in proportion, w_i / sum of the known w.
 */
public final class SatisfactionScoring {

    private static final double ROUNDING = 1e-12;

    private final SatisfactionRules rules;

    public SatisfactionScoring(SatisfactionRules rules) {
        this.rules = rules;
    }

    /** The same by the weights of the rules, without a prior. */
    public Optional<SatisfactionScore> score(
            String entityKind, String entity, LocalDate day, double[] sums) {
        return score(entityKind, entity, day, sums, rules.weights(), noPriors());
    }

    /**
     * The score as of the end of a day; empty if no indicator is known.
     *
     * @param sums decayed sums in the order of {@link Evidence}
     * @param weights in the order of {@link SatisfactionIndicator}, sum 1
     * @param priors of the bad rates, in the same order
     */
    public Optional<SatisfactionScore> score(
            String entityKind,
            String entity,
            LocalDate day,
            double[] sums,
            double[] weights,
            BetaPrior[] priors) {
        double[] evidence = evidence(sums);
        double[] indicators = indicators(sums, priors);
        double known = 0;
        for (int i = 0; i < indicators.length; i++) {
            known += Double.isNaN(indicators[i]) ? 0 : weights[i];
        }
        if (known == 0) {
            return Optional.empty();
        }
        double[] parts = new double[indicators.length];
        double score = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = weights[i] / known * indicators[i];
            score += Double.isNaN(parts[i]) ? 0 : parts[i];
        }
        return Optional.of(
                new SatisfactionScore(
                        entityKind,
                        entity,
                        day,
                        score,
                        parts,
                        indicators,
                        evidence,
                        action(indicators, weights),
                        null));
    }

    /** S_i in the order of {@link SatisfactionIndicator}, NaN where missing. */
    public double[] indicators(double[] sums, BetaPrior[] priors) {
        double[] evidence = evidence(sums);
        double[] indicators = new double[evidence.length];
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            int i = indicator.index();
            double rate = priors[i].rate(indicator.events(sums), evidence[i]);
            double mapped = Math.min(1, Math.max(0, 1 - rate / rules.worst()[i]));
            indicators[i] = evidence[i] > 0 ? mapped : Double.NaN;
        }
        return indicators;
    }

    /** No prior for any indicator. */
    public static BetaPrior[] noPriors() {
        BetaPrior[] priors = new BetaPrior[SatisfactionIndicator.COUNT];
        Arrays.fill(priors, BetaPrior.NONE);
        return priors;
    }

    /** Trials behind each indicator, 0 where it is missing. */
    private double[] evidence(double[] sums) {
        double[] evidence = new double[SatisfactionIndicator.COUNT];
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            double trials = indicator.trials(sums);
            boolean missing = trials < rules.minEvidence() || rules.untold().contains(indicator);
            evidence[indicator.index()] = missing ? 0 : trials;
        }
        return evidence;
    }

    /**
     * What to do about the indicator that costs most, w_i (1 - S_i), of those that are not good
     * enough. Speed within the promise is none of these: there customers got what they were told.
     */
    private String action(double[] indicators, double[] weights) {
        double punctuality = indicators[SatisfactionIndicator.PUNCTUALITY.index()];
        String action = "";
        double most = 0;
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            int i = indicator.index();
            boolean promised =
                    indicator == SatisfactionIndicator.SPEED && punctuality >= rules.contentAt();
            double cost = weights[i] * (1 - indicators[i]);
            if (indicators[i] < rules.contentAt() && !promised && cost > most + ROUNDING) {
                action = indicator.action();
                most = cost;
            }
        }
        return action;
    }
}
