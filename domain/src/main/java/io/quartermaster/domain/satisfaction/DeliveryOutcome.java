package io.quartermaster.domain.satisfaction;

import java.time.Duration;
import java.util.Optional;

/**
 * What one delivery adds to the evidence at some time. It is late when it arrives after the
 * promise, or when the promise passes without it; if it arrives after all, only its units are
 * added.
 *
 * @param promises 1 if a promise was kept or broken
 * @param late 1 if it was broken
 * @param dueUnits units that were due
 * @param deliveredUnits of them, delivered
 */
public record DeliveryOutcome(
        double promises, double late, double dueUnits, double deliveredUnits) {

    private static final long LOST_AFTER_MILLIS = Duration.ofDays(90).toMillis();

    /** The outcome as of a time; empty if there is nothing new. */
    public static Optional<DeliveryOutcome> of(OpenPromise promise, long timeMillis) {
        if (promise.arrivedBy(timeMillis)) {
            double delivered = Math.min(promise.arrivingUnits(), promise.dueUnits());
            return Optional.of(
                    promise.broken()
                            ? new DeliveryOutcome(0, 0, 0, delivered)
                            : new DeliveryOutcome(
                                    promise.promised() ? 1 : 0,
                                    promise.late() ? 1 : 0,
                                    promise.dueUnits(),
                                    delivered));
        }
        return promise.breaksBy(timeMillis)
                ? Optional.of(new DeliveryOutcome(1, 1, promise.dueUnits(), 0))
                : Optional.empty();
    }

    /** Whether nobody waits for it any more. */
    public static boolean isOver(OpenPromise promise, long timeMillis) {
        boolean lost =
                promise.broken() && promise.promisedMillis() + LOST_AFTER_MILLIS < timeMillis;
        return lost || promise.arrivedBy(timeMillis);
    }
}
