package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Proposes one action for each indicator of each entity that falls ({@link Fall}): of the options
 * ({@link ActionOption}) the first whose worst subject accounts for {@code leastShare} of what is
 * too much, else the last; of the subjects the one with most bad events too many.
 *
 * <p>The expected effect on S is w_i / (sum of the w that are known now) (S_i(p') - S_i(p)), with p
 * the rate now and p' that of {@link SubjectPart#expected}: what S gains once the evidence of
 * before has faded.
 */
public final class ActionPlanner {

    private final SatisfactionRules rules;
    private final double[] weights;
    private final ActionTerms terms;

    /**
     * Plans by rules.
     *
     * @param weights in force, in the order of {@link SatisfactionIndicator}
     */
    public ActionPlanner(SatisfactionRules rules, double[] weights, ActionTerms terms) {
        this.rules = rules;
        this.weights = weights.clone();
        this.terms = terms;
    }

    /**
     * The proposals for all entities of one kind, by entity and indicator.
     *
     * @param phis dispersion of each indicator
     */
    public List<SatisfactionAction> propose(
            String entityKind,
            LocalDate day,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> now,
            double[] phis) {
        List<SatisfactionAction> proposals = new ArrayList<>();
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            if (rules.untold().contains(indicator)) {
                continue;
            }
            Map<String, Counts> first = counts(before, indicator);
            Map<String, Counts> second = counts(now, indicator);
            double strength = Fall.prior(second).strength();
            Fall.of(first, second, phis[indicator.index()], terms)
                    .forEach(
                            (entity, fall) -> {
                                if (fall.falls()) {
                                    Choice choice =
                                            choose(indicator, entity, before, now, strength);
                                    proposals.add(
                                            proposal(
                                                    entityKind,
                                                    entity,
                                                    day,
                                                    indicator,
                                                    fall,
                                                    choice,
                                                    now.get(entity)));
                                }
                            });
        }
        proposals.sort(
                Comparator.comparing(SatisfactionAction::entity)
                        .thenComparing(SatisfactionAction::indicator));
        return proposals;
    }

    private record Choice(ActionOption option, SubjectPart part) {}

    static Map<String, Counts> counts(
            Map<String, EvidenceWindow> windows, SatisfactionIndicator indicator) {
        Map<String, Counts> counts = new TreeMap<>();
        windows.forEach((entity, window) -> counts.put(entity, window.counts(indicator)));
        return counts;
    }

    private Choice choose(
            SatisfactionIndicator indicator,
            String entity,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> now,
            double strength) {
        Choice last = null;
        for (ActionOption option : ActionOption.of(indicator)) {
            List<SubjectPart> parts =
                    subjects(option, now.get(entity))
                            .map(
                                    subject ->
                                            SubjectPart.of(
                                                    indicator,
                                                    subject,
                                                    entity,
                                                    before,
                                                    now,
                                                    strength,
                                                    terms.leastTrials()))
                            .toList();
            double excess = parts.stream().mapToDouble(SubjectPart::excess).sum();
            SubjectPart worst = worst(parts);
            if (worst != null) {
                last = new Choice(option, worst);
                if (worst.excess() > 0 && worst.excess() >= terms.leastShare() * excess) {
                    return last;
                }
            }
        }
        return last != null ? last : whole(indicator, entity, before, now, strength);
    }

    /** Evidence names no subject: the action is about all. */
    private Choice whole(
            SatisfactionIndicator indicator,
            String entity,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> now,
            double strength) {
        List<ActionOption> options = ActionOption.of(indicator);
        return new Choice(
                options.get(options.size() - 1),
                SubjectPart.of(
                        indicator,
                        new Subject(SubjectKind.TERM, ""),
                        entity,
                        before,
                        now,
                        strength,
                        terms.leastTrials()));
    }

    private static Stream<Subject> subjects(ActionOption option, EvidenceWindow now) {
        if (option.about() == SubjectKind.TERM) {
            return Stream.of(new Subject(SubjectKind.TERM, option.only()));
        }
        return now.subjects().keySet().stream()
                .filter(subject -> subject.kind() == option.about())
                .filter(subject -> option.only().isEmpty() || subject.name().equals(option.only()));
    }

    /** Most bad events too many, then most bad events, then the first by name; null if none. */
    private static SubjectPart worst(List<SubjectPart> parts) {
        return parts.stream()
                .max(
                        Comparator.comparingDouble(SubjectPart::excess)
                                .thenComparing(part -> part.now().events())
                                .thenComparing(SubjectPart::subject, Comparator.reverseOrder()))
                .orElse(null);
    }

    private SatisfactionAction proposal(
            String entityKind,
            String entity,
            LocalDate day,
            SatisfactionIndicator indicator,
            Fall fall,
            Choice choice,
            EvidenceWindow now) {
        SubjectPart part = choice.part();
        double expected = part.expected(fall.now(), choice.option().action());
        double worst = rules.worst()[indicator.index()];
        double gain = mapped(expected, worst) - mapped(fall.now().rate(), worst);
        double weight = weights[indicator.index()] / IndicatorScore.known(now, rules, weights);
        return new SatisfactionAction(
                entityKind,
                entity,
                day,
                indicator.label(),
                choice.option().action().label(),
                part.subject().name(),
                fall.before().rate(),
                fall.now().rate(),
                fall.before().trials(),
                fall.now().trials(),
                fall.change(),
                fall.error(),
                fall.peersChange(),
                part.now().events(),
                part.now().trials(),
                part.reference(),
                expected,
                gain,
                weight * gain,
                reason(indicator, fall, part));
    }

    private static double mapped(double rate, double worst) {
        return Math.max(0, 1 - rate / worst);
    }

    private static String reason(SatisfactionIndicator indicator, Fall fall, SubjectPart part) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%s: %.1f of %.0f bad (%.1f %%), before %.1f %% of %.0f; %.1f standard errors",
                        indicator.label(),
                        fall.now().events(),
                        fall.now().trials(),
                        100 * fall.now().rate(),
                        100 * fall.before().rate(),
                        fall.before().trials(),
                        fall.change() / fall.error());
        return part.subject().kind() == SubjectKind.TERM
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                "; %s %s: %.1f of %.0f, could be %.1f %%",
                                part.subject().kind().label(),
                                part.subject().name(),
                                part.now().events(),
                                part.now().trials(),
                                100 * part.reference());
    }
}
