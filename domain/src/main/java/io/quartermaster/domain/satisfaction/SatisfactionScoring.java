package io.quartermaster.domain.satisfaction;

import static io.quartermaster.domain.satisfaction.SatisfactionIndicator.COMPLAINTS;
import static io.quartermaster.domain.satisfaction.SatisfactionIndicator.FILL_RATE;
import static io.quartermaster.domain.satisfaction.SatisfactionIndicator.PUNCTUALITY;
import static io.quartermaster.domain.satisfaction.SatisfactionIndicator.RATING;
import static io.quartermaster.domain.satisfaction.SatisfactionIndicator.RETURNS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * S = sum of w_i S_i over the indicators that are known.
 *
 * <p>A bad rate p is mapped linearly, S_i = max(0, 1 - p / worst_i): returned units of ordered
 * ones; complaints per order line; late deliveries of promised ones; what is short, p = 1 -
 * (delivered / due units) (1 - empty stock readings / readings), where a side without evidence
 * counts as 1. Ratings are (r - 1) / 4, averaged. An indicator with too little evidence, or one
 * that the history does not tell, is missing: its weight is spread over the others in proportion,
 * w_i / sum of the known w.
 */
public final class SatisfactionScoring {

    private static final String[] ACTIONS = {
        "review description, fit and packing of the most returned items",
        "answer the open complaints and mend their most frequent cause",
        "agree on dispatch within the promise, or promise later",
        "read the lowest reviews with the maker and agree on what to mend",
        "raise stock or delivery capacity of the items that ran short"
    };

    private final SatisfactionRules rules;

    public SatisfactionScoring(SatisfactionRules rules) {
        this.rules = rules;
    }

    /**
     * The score as of the end of a day; empty if no indicator is known.
     *
     * @param sums decayed sums in the order of {@link Evidence}
     */
    public Optional<SatisfactionScore> score(
            String entityKind, String entity, LocalDate day, double[] sums) {
        double[] evidence = evidence(sums);
        double[] indicators = indicators(sums, evidence);
        double known = 0;
        for (int i = 0; i < indicators.length; i++) {
            known += Double.isNaN(indicators[i]) ? 0 : rules.weights()[i];
        }
        if (known == 0) {
            return Optional.empty();
        }
        double[] parts = new double[indicators.length];
        double score = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = rules.weights()[i] / known * indicators[i];
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
                        action(indicators)));
    }

    private double[] indicators(double[] sums, double[] evidence) {
        double[] indicators = new double[evidence.length];
        Arrays.setAll(indicators, i -> evidence[i] > 0 ? indicator(i, sums) : Double.NaN);
        return indicators;
    }

    private double indicator(int indicator, double[] sums) {
        double rate = rate(SatisfactionIndicator.values()[indicator], sums);
        if (indicator == RATING.index()) {
            return rate;
        }
        return Math.min(1, Math.max(0, 1 - rate / rules.worst()[indicator]));
    }

    private static double rate(SatisfactionIndicator indicator, double[] sums) {
        return switch (indicator) {
            case RETURNS -> of(sums, Evidence.RETURNED_UNITS, Evidence.ORDERED_UNITS, 0);
            case COMPLAINTS -> of(sums, Evidence.COMPLAINTS, Evidence.ORDER_LINES, 0);
            case PUNCTUALITY -> of(sums, Evidence.LATE, Evidence.PROMISES, 0);
            case RATING -> of(sums, Evidence.RATING_POINTS, Evidence.RATINGS, 0);
            case FILL_RATE ->
                    1
                            - of(sums, Evidence.DELIVERED_UNITS, Evidence.DUE_UNITS, 1)
                                    * (1
                                            - of(
                                                    sums,
                                                    Evidence.STOCK_OUTS,
                                                    Evidence.STOCK_READINGS,
                                                    0));
        };
    }

    private double[] evidence(double[] sums) {
        double[] evidence = new double[SatisfactionIndicator.values().length];
        evidence[RETURNS.index()] = sums[Evidence.ORDER_LINES.index()];
        evidence[COMPLAINTS.index()] = sums[Evidence.ORDER_LINES.index()];
        evidence[PUNCTUALITY.index()] = sums[Evidence.PROMISES.index()];
        evidence[RATING.index()] = sums[Evidence.RATINGS.index()];
        evidence[FILL_RATE.index()] =
                sums[Evidence.DUE_UNITS.index()] + sums[Evidence.STOCK_READINGS.index()];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = evidence[i] < rules.minEvidence() ? 0 : evidence[i];
        }
        rules.untold().forEach(indicator -> evidence[indicator.index()] = 0);
        return evidence;
    }

    private static double of(double[] sums, Evidence part, Evidence whole, double ifNone) {
        double all = sums[whole.index()];
        return all > 0 ? sums[part.index()] / all : ifNone;
    }

    private String action(double[] indicators) {
        int worst = -1;
        for (int i = 0; i < indicators.length; i++) {
            boolean below = worst < 0 || indicators[i] < indicators[worst];
            worst = !Double.isNaN(indicators[i]) && below ? i : worst;
        }
        return indicators[worst] < rules.contentAt() ? ACTIONS[worst] : "";
    }
}
