package io.quartermaster.domain.replenishment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which lot leaves stock first. */
public enum LotOrder {
    /** First in, first out. */
    FIFO,
    /** Last in, first out. */
    LIFO,
    /** First expired, first out; of those that expire together, or never, the first in. */
    FEFO;

    /** The word for it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The index of the lot that leaves first.
     *
     * @param lots in the order received, one at least
     * @param expiresOn last day of a lot, null if it keeps
     */
    public <T> int first(List<T> lots, Function<T, LocalDate> expiresOn) {
        return switch (this) {
            case FIFO -> 0;
            case LIFO -> lots.size() - 1;
            case FEFO -> firstToExpire(lots, expiresOn);
        };
    }

    private static <T> int firstToExpire(List<T> lots, Function<T, LocalDate> expiresOn) {
        int first = 0;
        for (int i = 1; i < lots.size(); i++) {
            LocalDate day = expiresOn.apply(lots.get(i));
            LocalDate earliest = expiresOn.apply(lots.get(first));
            if (day != null && (earliest == null || day.isBefore(earliest))) {
                first = i;
            }
        }
        return first;
    }
}
