package io.quartermaster.domain.satisfaction;

/**
 * A delivery to a customer whose outcome is not known yet.
 *
 * @param order and item that it is of
 * @param category of what is delivered, empty if not known
 * @param item delivered, empty if not known
 * @param place that it leaves, empty if not known
 * @param orderedMillis when it was ordered, epoch milliseconds; {@link Long#MAX_VALUE} if not known
 * @param promisedMillis when it was promised, epoch milliseconds; {@link Long#MAX_VALUE} if never
 * @param arrivesMillis when it is reported to arrive; {@link Long#MAX_VALUE} if not known
 * @param dueUnits units that are to arrive
 * @param arrivingUnits units that are reported to arrive
 * @param broken whether the promise has passed and been counted as late
 */
public record OpenPromise(
        String order,
        String category,
        String item,
        String place,
        long orderedMillis,
        long promisedMillis,
        long arrivesMillis,
        long dueUnits,
        long arrivingUnits,
        boolean broken) {

    /** Whether it had arrived by then. */
    public boolean arrivedBy(long timeMillis) {
        return arrivesMillis <= timeMillis;
    }

    /** Whether the promise has passed unkept, and is to be counted now. */
    public boolean breaksBy(long timeMillis) {
        return !broken && promisedMillis < timeMillis;
    }

    /** Whether it arrived after the promise. */
    public boolean late() {
        return arrivesMillis > promisedMillis;
    }

    /** When there may be something new; {@link Long#MAX_VALUE} if never. */
    public long nextMillis() {
        return broken || !promised() ? arrivesMillis : Math.min(promisedMillis + 1, arrivesMillis);
    }

    public boolean promised() {
        return promisedMillis != Long.MAX_VALUE;
    }

    public OpenPromise asBroken() {
        return new OpenPromise(
                order,
                category,
                item,
                place,
                orderedMillis,
                promisedMillis,
                arrivesMillis,
                dueUnits,
                arrivingUnits,
                true);
    }

    /** The same with nothing to wait for. */
    public OpenPromise settled() {
        return new OpenPromise(
                order,
                category,
                item,
                place,
                orderedMillis,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                0,
                0,
                broken);
    }
}
