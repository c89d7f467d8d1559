package io.quartermaster.domain.satisfaction;

import java.time.LocalDate;

/**
 * Satisfaction with one entity as of the end of one day: S = sum of w_i S_i.
 *
 * @param entityKind {@code brand}, {@code seller}, {@code item}, {@code place} or {@code group} (of
 *     customers)
 * @param entity its name
 * @param eventDay last day known
 * @param score S, 0 to 1
 * @param parts w_i S_i in the order of {@link SatisfactionIndicator}; they sum to the score; NaN
 *     where the indicator is missing (its weight is then spread over the others)
 * @param indicators S_i in the same order, 0 to 1, NaN where missing
 * @param evidence decayed count of events behind each indicator, 0 where missing
 * @param action what to do about the indicator that costs most, empty if nothing
 * @param cause why it differs from the entity's score before, null if that is the first
 */
public record SatisfactionScore(
        String entityKind,
        String entity,
        LocalDate eventDay,
        double score,
        double[] parts,
        double[] indicators,
        double[] evidence,
        String action,
        SatisfactionCause cause) {

    /**
     * Events behind the score as a whole: the harmonic mean of those behind the indicators that are
     * known, so that many readings of stock do not stand in for few ratings; 0 if none is known.
     */
    public double support() {
        double known = 0;
        double sum = 0;
        for (double count : evidence) {
            known += count > 0 ? 1 : 0;
            sum += count > 0 ? 1 / count : 0;
        }
        return known == 0 ? 0 : known / sum;
    }

    /** The same with its cause. */
    public SatisfactionScore because(SatisfactionCause why) {
        return new SatisfactionScore(
                entityKind, entity, eventDay, score, parts, indicators, evidence, action, why);
    }
}
