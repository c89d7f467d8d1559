package io.quartermaster.domain.demand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a day's demand is made of. */
public enum SignalKind {
    /** Units were ordered. */
    ORDER,
    /** Units were cancelled on the day of their order. */
    CANCELLATION,
    /** The stock was read. */
    STOCK,
    VIEW,
    FAVOURITE,
    CART,
    /** The platform showed the item. */
    SHOWN,
    /** The catalogue says from which day on the item is sold, at every place. */
    LAUNCH;

    /** Whether a signal of this kind says how many units. */
    public boolean countsUnits() {
        return this == ORDER || this == CANCELLATION || this == STOCK;
    }

    /** Name in lower case, as SQL and quarantine give it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this label, if there is one. */
    public static Optional<SignalKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
