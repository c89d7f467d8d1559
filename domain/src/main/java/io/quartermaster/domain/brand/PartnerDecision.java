package io.quartermaster.domain.brand;

import java.util.List;

/**
 * What is decided about one candidate, and why.
 *
 * @param brand name of the brand
 * @param verdict what to do
 * @param items the items taken, in the candidate's order
 * @param value expected value of what is taken, less its cost; 0 if nothing is
 * @param investment money that it needs, costs included; 0 if nothing is taken
 * @param limit the limit that decided against more, empty if none did
 * @param needed by how much that limit would have to give, in its own unit, of an exclusivity what
 *     it keeps out; 0 if none decided
 * @param difference of a brand that is taken: the value lost without it, NaN if a least is not met
 *     then. Of another: the value lost if it were taken all the same, NaN if the limits do not
 *     allow it at all
 * @param reason in words
 */
public record PartnerDecision(
        String brand,
        Verdict verdict,
        List<String> items,
        double value,
        double investment,
        String limit,
        double needed,
        double difference,
        String reason) {

    /** What to do with a candidate. */
    public enum Verdict {
        /** Take it on. */
        ONBOARD,
        /** Take some of its items for a time. */
        TRIAL,
        /** It would be worth it, were there more room. */
        WAIT,
        /** It does not qualify, or is worth nothing. */
        DECLINE
    }

    public PartnerDecision {
        items = List.copyOf(items);
    }
}
