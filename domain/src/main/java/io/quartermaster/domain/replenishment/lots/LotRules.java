package io.quartermaster.domain.replenishment.lots;

import java.io.Serializable;

/**
 * How far back a report reaches.
 *
 * @param correctionDays days after an order within which a cancellation undoes it, and after a
 *     receipt within which a further version corrects it; later the books stay as they are
 * @param returnDays days after an order within which goods come back at the cost they left with
 */
public record LotRules(int correctionDays, int returnDays) implements Serializable {

    /** What holds unless something else is said. */
    public static final LotRules STANDARD = new LotRules(30, 180);

    /** Most units of one report; more is taken for a mistake. */
    public static final long MOST_UNITS = 1_000_000_000_000L;

    public LotRules {
        if (correctionDays < 0 || returnDays < correctionDays) {
            throw new IllegalArgumentException(
                    "The correctionDays (%d) must be 0 or more and at most the returnDays (%d)."
                            .formatted(correctionDays, returnDays));
        }
    }
}
