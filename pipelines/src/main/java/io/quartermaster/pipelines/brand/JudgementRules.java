package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.governance.Quarantined;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an expert's judgement must be to count. */
final class JudgementRules {

    private static final double MOST = 9;
    private static final double ROUNDING = 1e-3;

    private JudgementRules() {}

    /** What is wrong with a judgement, in words; empty if nothing. */
    static Optional<String> fault(ExpertJudgement judgement) {
        if (criterion(judgement.criterion()).isEmpty()) {
            return Optional.of("The criterion (%s) is not known.".formatted(judgement.criterion()));
        }
        return judgement.brand().isEmpty() ? faultOfPair(judgement) : faultOfRating(judgement);
    }

    private static Optional<String> faultOfPair(ExpertJudgement judgement) {
        if (criterion(judgement.against()).isEmpty()
                || judgement.criterion().equals(judgement.against())) {
            return Optional.of(
                    "The criterion (%s) is not known or compared with itself."
                            .formatted(judgement.against()));
        }
        boolean onScale =
                judgement.value() <= MOST + ROUNDING && judgement.value() >= 1 / MOST - ROUNDING;
        return onScale
                ? Optional.empty()
                : Optional.of(
                        "The judgement (%s) must lie within 1/9 and 9."
                                .formatted(judgement.value()));
    }

    private static Optional<String> faultOfRating(ExpertJudgement judgement) {
        return judgement.value() >= 0 && judgement.value() <= 1
                ? Optional.empty()
                : Optional.of(
                        "The rating (%s) must lie within 0 and 1.".formatted(judgement.value()));
    }

    static Optional<BrandCriterion> criterion(String label) {
        return Arrays.stream(BrandCriterion.values())
                .filter(criterion -> criterion.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Quarantined rejected(ExpertJudgement judgement, String fault) {
        return new Quarantined(
                judgement.source(),
                0,
                "judgements",
                "impossible_judgement",
                fault,
                "%s,%s,%s,%s,%s,%s"
                        .formatted(
                                judgement.id(),
                                judgement.expert(),
                                judgement.brand(),
                                judgement.criterion(),
                                judgement.against(),
                                judgement.value()));
    }
}
