package io.quartermaster.domain.brand;

import io.quartermaster.domain.brand.PartnerDecision.Verdict;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds why each candidate got its decision. The limit that decided is found by solving again: the
 * candidate's best items are added to the choice, and of the limits which that exceeds, the one is
 * named that suffices when it alone gives as much as is exceeded; where none suffices alone, all of
 * them together.
 */
final class PartnerReasons {

    private static final double WORTH = 1e-6;

    private final PartnerProgramme programme;
    private final IntegerSolution solution;
    private final PartnerRules rules;
    private final IntegerProgrammingEngine engine;
    private final long maxNodes;

    PartnerReasons(
            PartnerProgramme programme,
            IntegerSolution solution,
            PartnerRules rules,
            IntegerProgrammingEngine engine,
            long maxNodes) {
        this.programme = programme;
        this.solution = solution;
        this.rules = rules;
        this.engine = engine;
        this.maxNodes = maxNodes;
    }

    /** A limit that decided, by how much it would have to give, and what that means. */
    private record Limit(String name, double needed, String reason) {

        static final Limit NONE = new Limit("", 0, "");
    }

    PartnerDecision decision(PartnerColumns columns) {
        if (solution.chosen(columns.onboard())) {
            return taken(columns, Verdict.ONBOARD, Limit.NONE);
        }
        if (solution.chosen(columns.trial())) {
            return taken(columns, Verdict.TRIAL, againstOnboarding(columns));
        }
        return left(columns);
    }

    private PartnerDecision taken(PartnerColumns columns, Verdict verdict, Limit limit) {
        boolean takes = verdict == Verdict.ONBOARD;
        PartnerCandidate candidate = columns.candidate();
        double share = takes ? 1 : rules.trialShare();
        double value = takes ? -candidate.onboardingCost() : -candidate.trialCost();
        double investment = -value;
        List<String> items = new ArrayList<>();
        for (int i = 0; i < columns.items().length; i++) {
            if (solution.chosen(takes ? columns.items()[i] : columns.trialItems()[i])) {
                items.add(candidate.items().get(i).item());
                value += share * columns.values()[i];
                investment += share * candidate.items().get(i).investment();
            }
        }
        double loss = lossWithout(columns);
        String words =
                words(
                        "%s with %d of %d items: expected value %.2f for %.2f; %s",
                        takes ? "Onboard" : "Try",
                        items.size(),
                        columns.items().length,
                        value,
                        investment,
                        Double.isNaN(loss)
                                ? "without it the least items of a category are not met"
                                : words("without it the whole is worth %.2f less", loss));
        return new PartnerDecision(
                candidate.brand(),
                verdict,
                items,
                value,
                investment,
                limit.name(),
                limit.needed(),
                loss,
                limit.reason().isEmpty() ? words + "." : words + ". " + limit.reason());
    }

    /** Neither taken on nor tried. */
    private PartnerDecision left(PartnerColumns columns) {
        PartnerCandidate candidate = columns.candidate();
        boolean takes = rules.mayOnboard(candidate);
        boolean tries = rules.mayTry(candidate);
        if (!takes && !tries) {
            return left(columns, Verdict.DECLINE, threshold(candidate, false), Double.NaN);
        }
        double onboarding = takes ? gain(columns, Verdict.ONBOARD) : Double.NEGATIVE_INFINITY;
        double trial = tries ? gain(columns, Verdict.TRIAL) : Double.NEGATIVE_INFINITY;
        Verdict mode = onboarding >= trial ? Verdict.ONBOARD : Verdict.TRIAL;
        double gain = Math.max(onboarding, trial);
        if (gain <= WORTH) {
            Limit worth =
                    new Limit(
                            "expected value",
                            0.0 - gain,
                            words(
                                    "Its best offer is worth %.2f, even were there no limits.",
                                    gain));
            return left(columns, Verdict.DECLINE, worth, regret(columns, mode));
        }
        return left(columns, Verdict.WAIT, decider(columns, mode), regret(columns, mode));
    }

    private static PartnerDecision left(
            PartnerColumns columns, Verdict verdict, Limit limit, double regret) {
        String all =
                Double.isNaN(regret)
                        ? ""
                        : words(" Taken all the same, it would cost %.2f of value.", regret);
        return new PartnerDecision(
                columns.candidate().brand(),
                verdict,
                List.of(),
                0,
                0,
                limit.name(),
                limit.needed(),
                regret,
                limit.reason() + all);
    }

    private Limit againstOnboarding(PartnerColumns columns) {
        if (!rules.mayOnboard(columns.candidate())) {
            return threshold(columns.candidate(), true);
        }
        if (gain(columns, Verdict.ONBOARD) <= gain(columns, Verdict.TRIAL) + WORTH) {
            return new Limit("", 0, "A trial is worth at least as much as onboarding.");
        }
        return decider(columns, Verdict.ONBOARD);
    }

    /** The score or the risk that keeps a candidate out. */
    private Limit threshold(PartnerCandidate candidate, boolean tried) {
        double least = tried ? rules.leastScore() : rules.leastTrialScore();
        double most = tried ? rules.mostRisk() : rules.mostTrialRisk();
        String what = tried ? "onboarding" : "a trial";
        if (candidate.score() < least) {
            return new Limit(
                    tried ? "least score" : "least trial score",
                    least - candidate.score(),
                    words(
                            "Its score %.3f is below the least of %s, %.3f.",
                            candidate.score(), what, least));
        }
        return new Limit(
                tried ? "most risk" : "most trial risk",
                candidate.risk() - most,
                words(
                        "Its risk %.3f is above the most of %s, %.3f.",
                        candidate.risk(), what, most));
    }

    /** What its best items in a mode are worth by themselves. */
    private double gain(PartnerColumns columns, Verdict mode) {
        double[] alone = columns.best(new double[programme.programme().cost().length], mode);
        return 0.0 - programme.programme().objective(alone);
    }

    private Limit decider(PartnerColumns columns, Verdict mode) {
        double[] wanted = columns.best(solution.x(), mode);
        Map<Integer, Double> exceeded = programme.exceeded(wanted);
        if (exceeded.isEmpty()) {
            return new Limit("", 0, "Another choice is worth as much.");
        }
        Map<Integer, Double> nearest = new LinkedHashMap<>();
        exceeded.entrySet().stream()
                .sorted(Comparator.comparingDouble(this::relative))
                .forEach(one -> nearest.put(one.getKey(), one.getValue()));
        for (Map.Entry<Integer, Double> one : nearest.entrySet()) {
            Map<Integer, Double> alone = Map.of(one.getKey(), one.getValue());
            if (takes(programme.relaxed(alone), columns, mode)) {
                return limit(alone, wanted, mode, true);
            }
        }
        return limit(nearest, wanted, mode, takes(programme.relaxed(nearest), columns, mode));
    }

    private double relative(Map.Entry<Integer, Double> exceeded) {
        double right = programme.programme().rows().get(exceeded.getKey()).right();
        return exceeded.getValue() / Math.max(1e-9, Math.abs(right));
    }

    private boolean takes(IntegerProgramme relaxed, PartnerColumns columns, Verdict mode) {
        IntegerSolution again = engine.solve(relaxed, maxNodes);
        return again.x().length > 0 && again.chosen(columns.of(mode));
    }

    private Limit limit(
            Map<Integer, Double> amounts, double[] wanted, Verdict mode, boolean suffices) {
        Map<Integer, Double> needed = new LinkedHashMap<>();
        amounts.forEach((row, by) -> needed.put(row, programme.inItsUnit(row, by, wanted)));
        String needs =
                needed.entrySet().stream()
                        .map(one -> programme.words(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(" and "));
        return new Limit(
                needed.keySet().stream().map(this::name).collect(Collectors.joining(" and ")),
                needed.values().iterator().next(),
                suffices
                        ? "It would be %s if this gave: %s."
                                .formatted(mode == Verdict.ONBOARD ? "onboarded" : "tried", needs)
                        : "It would need this to give: %s; other brands would make more of that."
                                .formatted(needs));
    }

    private String name(int row) {
        return programme.programme().rows().get(row).name();
    }

    private double lossWithout(PartnerColumns columns) {
        double[] upper = programme.programme().upper().clone();
        upper[columns.onboard()] = 0;
        upper[columns.trial()] = 0;
        return loss(programme.programme().within(programme.programme().lower(), upper));
    }

    private double regret(PartnerColumns columns, Verdict mode) {
        return loss(programme.held(columns.of(mode), 1));
    }

    private double loss(IntegerProgramme changed) {
        IntegerSolution again = engine.solve(changed, maxNodes);
        return again.x().length == 0
                ? Double.NaN
                : Math.max(0, again.objective() - solution.objective());
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
