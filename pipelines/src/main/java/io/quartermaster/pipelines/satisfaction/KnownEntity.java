package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.SatisfactionCause;
import java.time.LocalDate;

/**
 * How an entity stood when it was scored last.
 *
 * @param evidence of that day
 * @param indicators S_i, NaN where missing
 * @param weights in force then
 * @param priorMeans of the bad rates in force then
 * @param priorStrengths likewise
 */
public record KnownEntity(
        EntityEvidence evidence,
        double[] indicators,
        double[] weights,
        double[] priorMeans,
        double[] priorStrengths) {

    LocalDate day() {
        return evidence.eventDay();
    }

    SatisfactionCause.Time asTime() {
        return new SatisfactionCause.Time(
                day(),
                weights,
                indicators,
                priors(priorMeans, priorStrengths),
                evidence.byCategory());
    }

    static BetaPrior[] priors(double[] means, double[] strengths) {
        BetaPrior[] priors = new BetaPrior[means.length];
        for (int i = 0; i < priors.length; i++) {
            priors[i] = new BetaPrior(means[i], strengths[i]);
        }
        return priors;
    }
}
