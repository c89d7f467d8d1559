package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures what an action did, by {@link Difference}s: a row for each indicator that its kind may
 * help, and one for the score. Peers are the nearest brands ({@link SimilarBrands}) that took no
 * action about any of these in the weeks before or after.
 */
public final class ActionMeasure {

    private final SatisfactionRules rules;
    private final double[] weights;
    private final ActionTerms terms;

    /**
     * Measures by rules.
     *
     * @param weights in force, in the order of {@link SatisfactionIndicator}
     */
    public ActionMeasure(SatisfactionRules rules, double[] weights, ActionTerms terms) {
        this.rules = rules;
        this.weights = weights.clone();
        this.terms = terms;
    }

    /**
     * The rows of one action.
     *
     * @param all that were taken, this one may be among them
     * @param ledger weeks of all brands
     * @param expected change of the rate proposed for each indicator; those without are missing
     */
    public List<ActionEffect> measure(
            TakenAction action,
            List<TakenAction> all,
            WeekLedger ledger,
            Map<String, Double> expected) {
        long before = action.week() - terms.beforeWeeks();
        long after = action.week() + terms.settleWeeks();
        long last = terms.lastWeek(action.week());
        List<ActionEffect> rows =
                measure(
                        action,
                        WeekNumber.lastDay(last),
                        ledger.window(before, action.week() - 1),
                        ledger.window(after, last),
                        ledger.phis(
                                List.of(
                                        new long[] {before, action.week() - 1},
                                        new long[] {after, last})),
                        all.stream()
                                .filter(other -> other.disturbs(action, terms))
                                .map(TakenAction::brand)
                                .collect(Collectors.toSet()),
                        expected);
        String more = others(action, all);
        return more.isEmpty()
                ? rows
                : rows.stream().map(row -> row.noting("; the brand also took " + more)).toList();
    }

    /** What else the brand did about the same indicators: the effect is of all together. */
    private String others(TakenAction action, List<TakenAction> all) {
        return all.stream()
                .filter(other -> other.brand().equals(action.brand()))
                .filter(other -> !other.id().equals(action.id()) && other.disturbs(action, terms))
                .map(TakenAction::id)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * The rows of one action.
     *
     * @param day last day of the weeks after
     * @param before windows of all brands before the action's week
     * @param after windows of all brands after the weeks in which it settles
     * @param phis dispersion of each indicator
     * @param apart brands that cannot be peers
     * @param expected change of the rate proposed for each indicator; those without are missing
     */
    List<ActionEffect> measure(
            TakenAction action,
            LocalDate day,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> after,
            double[] phis,
            Set<String> apart,
            Map<String, Double> expected) {
        Map<SatisfactionIndicator, Map<String, Outcome>> rates =
                new EnumMap<>(SatisfactionIndicator.class);
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            if (!rules.untold().contains(indicator)) {
                double phi = phis[indicator.index()];
                rates.put(
                        indicator,
                        Outcome.rates(indicator, before, after, phi, terms.leastTrials()));
            }
        }
        Map<String, Outcome> scores =
                Outcome.scores(rates, before, after, rules, weights, terms.leastTrials());
        List<ActionEffect> rows = new ArrayList<>();
        for (SatisfactionIndicator indicator : ActionOption.helpedBy(action.action())) {
            String label = indicator.label();
            double hoped = expected.getOrDefault(label, Double.NaN);
            if (rates.containsKey(indicator)) {
                rows.add(row(action, day, label, rates.get(indicator), scores, apart, hoped));
            }
        }
        double hoped = expected.getOrDefault(ActionEffect.SCORE, Double.NaN);
        rows.add(row(action, day, ActionEffect.SCORE, scores, scores, apart, hoped));
        return rows;
    }

    private ActionEffect row(
            TakenAction action,
            LocalDate day,
            String indicator,
            Map<String, Outcome> outcomes,
            Map<String, Outcome> scores,
            Set<String> apart,
            double expected) {
        Outcome own = outcomes.get(action.brand());
        List<String> peers =
                own == null
                        ? List.of()
                        : SimilarBrands.of(action.brand(), outcomes, scores, apart, terms.peers());
        if (own == null || peers.size() < terms.leastPeers()) {
            return row(action, day, indicator, own, peers, null, expected);
        }
        Difference difference =
                Difference.of(
                        own.asChange(),
                        peers.stream().map(peer -> outcomes.get(peer).asChange()).toList());
        return row(action, day, indicator, own, peers, difference, expected);
    }

    private ActionEffect row(
            TakenAction action,
            LocalDate day,
            String indicator,
            Outcome own,
            List<String> peers,
            Difference difference,
            double expected) {
        boolean told = difference != null;
        return new ActionEffect(
                action.brand(),
                action.id(),
                action.action().label(),
                action.subject(),
                action.day(),
                day,
                indicator,
                own == null ? Double.NaN : own.before(),
                own == null ? Double.NaN : own.after(),
                own == null ? 0 : own.trialsBefore(),
                own == null ? 0 : own.trialsAfter(),
                peers.size(),
                told ? difference.peersChange() : Double.NaN,
                told ? difference.effect() : Double.NaN,
                told ? difference.low() : Double.NaN,
                told ? difference.high() : Double.NaN,
                told ? difference.placeboP() : Double.NaN,
                expected,
                verdict(difference),
                note(own, peers));
    }

    private static String verdict(Difference difference) {
        if (difference == null) {
            return "too little evidence";
        }
        return difference.high() < 0 ? "better" : difference.low() > 0 ? "worse" : "no effect seen";
    }

    private String note(Outcome own, List<String> peers) {
        if (own == null) {
            return "The brand has fewer than %s trials before or after."
                    .formatted(Math.round(terms.leastTrials()));
        }
        return peers.size() < terms.leastPeers()
                ? "Similar brands that did not act: %d of %d asked for."
                        .formatted(peers.size(), terms.leastPeers())
                : String.join(", ", peers);
    }
}
