package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.BrandTerms;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Keeps out terms of which nobody could say on which days they hold. With one supplier, terms
 * replace earlier ones from their first day on if their version is higher; of an equal or lower
 * version they must share no day with them. Terms that are exclusive share no day with those of
 * another supplier.
 */
public final class TermsOverlap {

    /** Name of the rule. */
    public static final String RULE = "terms_overlap";

    private TermsOverlap() {}

    /**
     * Why terms cannot hold, empty if they can.
     *
     * @param earlier terms of the same brand that were accepted before
     */
    public static Optional<String> objection(BrandTerms terms, Collection<BrandTerms> earlier) {
        return earlier.stream()
                .filter(other -> shareADay(terms, other) && contradict(terms, other))
                .min(Comparator.comparing(BrandTerms::id))
                .map(other -> reason(terms, other));
    }

    private static boolean contradict(BrandTerms terms, BrandTerms other) {
        if (!terms.supplier().equals(other.supplier())) {
            return terms.exclusive() || other.exclusive();
        }
        return terms.version() <= other.version();
    }

    private static boolean shareADay(BrandTerms one, BrandTerms other) {
        return startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one);
    }

    private static boolean startsBeforeEndOf(BrandTerms one, BrandTerms other) {
        return other.validTo() == null || !one.validFrom().isAfter(other.validTo());
    }

    private static String reason(BrandTerms terms, BrandTerms other) {
        boolean sameSupplier = terms.supplier().equals(other.supplier());
        return "The terms (%s) of brand (%s), %s, overlap (%s), %s. %s"
                .formatted(
                        terms.id(),
                        terms.brand(),
                        days(terms),
                        other.id(),
                        days(other),
                        sameSupplier
                                ? "Maybe give them a higher version, or days that do not meet."
                                : "Maybe end the exclusive ones before.");
    }

    private static String days(BrandTerms terms) {
        return "%sversion %d of supplier (%s) from %s to %s"
                .formatted(
                        terms.exclusive() ? "exclusive " : "",
                        terms.version(),
                        terms.supplier(),
                        terms.validFrom(),
                        terms.validTo() == null ? "further notice" : terms.validTo());
    }
}
