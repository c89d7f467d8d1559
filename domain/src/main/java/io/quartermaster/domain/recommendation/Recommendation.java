package io.quartermaster.domain.recommendation;

import java.time.Instant;

/**
 * One item proposed to one customer.
 *
 * @param customer token of the customer
 * @param position 1 for the best
 * @param item the item
 * @param score higher is better; the parts named in the reason sum to it
 * @param method what carries most of it: {@code item_cf}, {@code content}, {@code popular} or
 *     {@code exploration}
 * @param reason whose or which purchases carried how much, and what stock took off
 * @param asOf event time up to which it knows
 * @param partKinds what each part of the score stands for, a {@link PartKind}'s label
 * @param partSources the item, customer or brand that each comes through, or how many others
 * @param partAmounts what each adds; they sum to the score
 */
public record Recommendation(
        String customer,
        int position,
        String item,
        double score,
        String method,
        String reason,
        Instant asOf,
        String[] partKinds,
        String[] partSources,
        double[] partAmounts) {

    /**
     * A row of a list.
     *
     * @param scoring its score with its parts
     */
    public static Recommendation of(
            String customer,
            int position,
            String item,
            String method,
            Scoring scoring,
            Instant asOf) {
        int count = scoring.parts().size();
        String[] kinds = new String[count];
        String[] sources = new String[count];
        double[] amounts = new double[count];
        for (int i = 0; i < count; i++) {
            ScorePart part = scoring.parts().get(i);
            kinds[i] = part.kind().label();
            sources[i] = part.source();
            amounts[i] = part.amount();
        }
        return new Recommendation(
                customer,
                position,
                item,
                scoring.score(),
                method,
                scoring.reason(),
                asOf,
                kinds,
                sources,
                amounts);
    }
}
