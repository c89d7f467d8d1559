package io.quartermaster.domain.brand;

import io.quartermaster.domain.brand.PartnerDecision.Verdict;
import io.quartermaster.domain.optimisation.BranchAndBound;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brands, limits and rules to choose among in tests, and what was decided. */
final class Partners {

    static final double NONE = Double.POSITIVE_INFINITY;
    static final PartnerRules RULES = new PartnerRules(0.5, 0.3, 0.4, 0.7, 0.5, 1, 0);

    private Partners() {}

    static PartnerChoice choice(
            List<PartnerCandidate> candidates, PartnerLimits limits, PartnerRules rules) {
        return PartnerChoice.of(candidates, limits, rules, new BranchAndBound(), 0);
    }

    static List<Verdict> verdicts(PartnerChoice choice) {
        return choice.decisions().stream().map(PartnerDecision::verdict).toList();
    }

    static PartnerRules noTrials() {
        return new PartnerRules(0.5, 0.5, 0.4, 0.4, 1e-3, 1, 0);
    }

    static PartnerLimits limits(
            double budget, Map<String, PartnerLimits.CategoryItems> categories) {
        return new PartnerLimits(budget, NONE, NONE, NONE, NONE, NONE, categories);
    }

    static PartnerCandidate brand(String name, double margin, double investment) {
        return candidate(name, name, 0.9, 0, item(name + "1", margin, investment));
    }

    static PartnerCandidate judged(String name, double score, double risk) {
        return candidate(name, name, score, risk, item(name + "1", 10, 10));
    }

    static PartnerCandidate in(String name, String category, double margin, double investment) {
        return candidate(
                name,
                name,
                0.9,
                0,
                new PartnerCandidate.Item(name + "1", category, margin, investment, 1));
    }

    static PartnerCandidate exclusive(String name, String category, PartnerCandidate.Item item) {
        return new PartnerCandidate(name, name, 0.9, 0, 0, 1, 1, Set.of(category), List.of(item));
    }

    static PartnerCandidate candidate(
            String name, String supplier, double score, double risk, PartnerCandidate.Item item) {
        return new PartnerCandidate(name, supplier, score, risk, 0, 1, 1, List.of(item));
    }

    static PartnerCandidate.Item item(String name, double margin, double investment) {
        return new PartnerCandidate.Item(name, "hats", margin, investment, 1);
    }
}
