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
 * @param deliveries 1 if it arrived and the time of its order is known
 * @param slowness its time from order to arrival over the time that was promised, or over 30 days
 *     where nothing was, at most 1: customers measure by what they were told (Oliver 1980)
 */
public record DeliveryOutcome(
        double promises,
        double late,
        double dueUnits,
        double deliveredUnits,
        double deliveries,
        double slowness) {

    private static final long SLOWEST_MILLIS = Duration.ofDays(30).toMillis();

    private static final long LOST_AFTER_MILLIS = Duration.ofDays(90).toMillis();

    /** The outcome as of a time; empty if there is nothing new. */
    public static Optional<DeliveryOutcome> of(OpenPromise promise, long timeMillis) {
        if (promise.arrivedBy(timeMillis)) {
            return Optional.of(arrived(promise));
        }
        return promise.breaksBy(timeMillis)
                ? Optional.of(new DeliveryOutcome(1, 1, promise.dueUnits(), 0, 0, 0))
                : Optional.empty();
    }

    private static DeliveryOutcome arrived(OpenPromise promise) {
        boolean counted = promise.broken();
        boolean timed = promise.orderedMillis() != Long.MAX_VALUE;
        long allowed =
                promise.promised() && timed
                        ? Math.max(1, promise.promisedMillis() - promise.orderedMillis())
                        : SLOWEST_MILLIS;
        double taken = timed ? promise.arrivesMillis() - promise.orderedMillis() : 0;
        return new DeliveryOutcome(
                !counted && promise.promised() ? 1 : 0,
                !counted && promise.promised() && promise.late() ? 1 : 0,
                counted ? 0 : promise.dueUnits(),
                Math.min(promise.arrivingUnits(), promise.dueUnits()),
                timed ? 1 : 0,
                Math.max(0, Math.min(1, taken / allowed)));
    }

    /** Whether nobody waits for it any more. */
    public static boolean isOver(OpenPromise promise, long timeMillis) {
        boolean lost =
                promise.broken() && promise.promisedMillis() + LOST_AFTER_MILLIS < timeMillis;
        return lost || promise.arrivedBy(timeMillis);
    }
}
