package io.quartermaster.domain.event;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a brand stands in its cooperation with the platform. Steps lead along
 *
 * <pre>
 * prospect ─► evaluated ─┬► trial ─► contracted ─┐
 *                        └──────────► contracted ├─► suspended ─► trial, contracted
 * </pre>
 *
 * and from anywhere to ended, from where a new offer leads to prospect again.
 */
public enum BrandStage {
    PROSPECT,
    EVALUATED,
    TRIAL,
    CONTRACTED,
    SUSPENDED,
    ENDED;

    /** The stages that a brand may enter from this one. */
    public Set<BrandStage> next() {
        return switch (this) {
            case PROSPECT -> EnumSet.of(EVALUATED, ENDED);
            case EVALUATED -> EnumSet.of(TRIAL, CONTRACTED, ENDED);
            case TRIAL -> EnumSet.of(CONTRACTED, SUSPENDED, ENDED);
            case CONTRACTED -> EnumSet.of(SUSPENDED, ENDED);
            case SUSPENDED -> EnumSet.of(TRIAL, CONTRACTED, ENDED);
            case ENDED -> EnumSet.of(PROSPECT);
        };
    }

    /** Whether orders are placed with a brand in this stage, as far as its terms allow. */
    public boolean orders() {
        return this != SUSPENDED && this != ENDED;
    }
}
