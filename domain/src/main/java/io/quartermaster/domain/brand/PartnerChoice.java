package io.quartermaster.domain.brand;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses partners: which brands to take on or to try, and with which items, so that the expected
 * value is the largest within the limits that they share. Each decision says which limit decided.
 *
 * @param decisions one per candidate, in their order
 * @param limits how far each shared limit is used
 * @param value expected value of the choice
 * @param bound no choice is worth more; the value, unless the limit of nodes stopped the solving
 * @param solver what solved it
 */
public record PartnerChoice(
        List<PartnerDecision> decisions,
        List<LimitUse> limits,
        double value,
        double bound,
        String solver) {

    /**
     * How far a limit is used.
     *
     * @param limit its name
     * @param used what the choice takes of it
     * @param most what there is; of least items: the least
     */
    public record LimitUse(String limit, double used, double most) {}

    public PartnerChoice {
        decisions = List.copyOf(decisions);
        limits = List.copyOf(limits);
    }

    /**
     * Solves the choice.
     *
     * @param maxNodes limit of each solve, 0 for none
     * @throws IllegalArgumentException when there is no brand, one stands twice, or no choice keeps
     *     every limit
     */
    public static PartnerChoice of(
            List<PartnerCandidate> candidates,
            PartnerLimits limits,
            PartnerRules rules,
            IntegerProgrammingEngine engine,
            long maxNodes) {
        requireCandidates(candidates);
        PartnerProgramme programme = new PartnerProgramme(candidates, limits, rules);
        IntegerSolution solution = engine.solve(programme.programme(), maxNodes);
        if (solution.status() == IntegerSolution.Status.INFEASIBLE) {
            throw new IllegalArgumentException(whyNone(programme, limits, engine, maxNodes));
        }
        if (solution.x().length == 0) {
            throw new IllegalArgumentException(
                    "No choice was found within %d nodes.\nMaybe a larger --max-nodes."
                            .formatted(maxNodes));
        }
        PartnerReasons reasons = new PartnerReasons(programme, solution, rules, engine, maxNodes);
        return new PartnerChoice(
                programme.columns().stream().map(reasons::decision).toList(),
                programme.uses(solution.x()),
                0.0 - solution.objective(),
                0.0 - Math.min(solution.bound(), solution.objective()),
                engine.name());
    }

    private static void requireCandidates(List<PartnerCandidate> candidates) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no brand to choose among.\nMaybe \"brands\" is empty.");
        }
        Set<String> names = new HashSet<>();
        for (PartnerCandidate candidate : candidates) {
            if (!names.add(candidate.brand())) {
                throw new IllegalArgumentException(
                        "The brand (%s) stands twice among the candidates.\nMaybe join its items."
                                .formatted(candidate.brand()));
            }
        }
    }

    /** The choice of nothing keeps every limit but least items: one or several of those fail. */
    private static String whyNone(
            PartnerProgramme programme,
            PartnerLimits limits,
            IntegerProgrammingEngine engine,
            long maxNodes) {
        List<String> failing = new ArrayList<>();
        List<IntegerProgramme.Row> rows = programme.programme().rows();
        for (Map.Entry<String, PartnerLimits.CategoryItems> one : limits.categories().entrySet()) {
            for (int row = programme.firstLimit(); row < rows.size(); row++) {
                if (rows.get(row).name().equals(PartnerProgramme.leastOf(one.getKey()))
                        && engine.solve(programme.without(row), maxNodes).x().length > 0) {
                    failing.add("%d of (%s)".formatted(one.getValue().least(), one.getKey()));
                }
            }
        }
        return failing.isEmpty()
                ? "The least items of several categories cannot be met within the limits.\nMaybe lower \"least_items\", or raise the budget."
                : "The least items, %s, cannot be met within the limits by brands that qualify.\nMaybe lower \"least_items\" there, or raise the budget."
                        .formatted(String.join(" or ", failing));
    }
}
