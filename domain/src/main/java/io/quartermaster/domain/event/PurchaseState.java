package io.quartermaster.domain.event;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where an order to a supplier stands. A plan proposes it; steps lead along
 *
 * <pre>
 * proposed ─► approved ─► confirmed ─► received
 *     └──────────┴────► changed ┘
 * </pre>
 *
 * and from anywhere before receipt to cancelled. What is changed is agreed by that, so it needs no
 * approval; it may be changed again.
 */
public enum PurchaseState {
    /** A plan proposes it, and nobody has said more. */
    PROPOSED,
    /** It may be placed: by a rule, or since somebody said so. */
    APPROVED,
    /** The supplier takes it as it is. */
    CONFIRMED,
    /** It is agreed with other units or another day. */
    CHANGED,
    /** It is there. */
    RECEIVED,
    /** It does not come. */
    CANCELLED;

    /** The states that an order may enter from this one. */
    public Set<PurchaseState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(APPROVED, CHANGED, CANCELLED);
            case APPROVED, CHANGED -> EnumSet.of(CONFIRMED, CHANGED, RECEIVED, CANCELLED);
            case CONFIRMED -> EnumSet.of(CHANGED, RECEIVED, CANCELLED);
            case RECEIVED, CANCELLED -> EnumSet.noneOf(PurchaseState.class);
        };
    }

    /** Whether it may still arrive. */
    public boolean isAwaited() {
        return this != RECEIVED && this != CANCELLED;
    }

    /** Whether it is agreed and still to arrive: no plan takes it back. */
    public boolean isAgreed() {
        return this != PROPOSED && isAwaited();
    }

    /** Lower-case name, as in the column {@code state}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
