package io.quartermaster.domain.replenishment.lots;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What moved stock; of one instant in this order. */
public enum MovementKind {
    /** Nothing moves: the catalogue says what a unit costs. */
    COST(1),
    /** A lot arrives. */
    RECEIPT(2),
    /** Units leave for a customer. */
    SALE(3),
    /** Units come back from a customer. */
    RETURN(4),
    /** An order line is cancelled: its units never left. */
    CANCELLATION(5),
    /** Units are counted. */
    COUNT(6);

    private final int rank;

    MovementKind(int rank) {
        this.rank = rank;
    }

    /** Its place among what happens at one instant, from 1 to 6. */
    int rank() {
        return rank;
    }

    /** The word for it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word, if there is one. */
    public static Optional<MovementKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
