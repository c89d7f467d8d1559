package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.LifeCycleStep;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps out a life-cycle step that the stage before does not allow. A brand that made an offer
 * starts as a prospect; of one that never did, the records begin in the middle of its cooperation,
 * and its first step may be any.
 */
public final class LifeCycleOrder {

    /** Name of the rule. */
    public static final String RULE = "life_cycle_order";

    private LifeCycleOrder() {}

    /**
     * Why a step cannot be taken, empty if it can.
     *
     * @param before the stage of the last step taken, null before the first
     * @param offered whether the brand has made an offer
     */
    public static Optional<String> objection(
            BrandStage before, boolean offered, LifeCycleStep step) {
        if (before == null && (!offered || step.stage() == BrandStage.PROSPECT)) {
            return Optional.empty();
        }
        BrandStage from = before == null ? BrandStage.PROSPECT : before;
        if (from.next().contains(step.stage())) {
            return Optional.empty();
        }
        return Optional.of(
                "The step of brand (%s) from (%s) to (%s) is not allowed. Maybe a step before it is missing: %s may follow."
                        .formatted(
                                step.brand(),
                                label(from),
                                label(step.stage()),
                                from.next().stream()
                                        .map(LifeCycleOrder::label)
                                        .collect(Collectors.joining(", "))));
    }

    private static String label(BrandStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
