package io.quartermaster.domain.governance;

import java.util.Arrays;

/**
 * Times at which one visitor did the same thing to the same item, oldest first, no more than the
 * burst rule asks for.
 *
 * @param millis epoch milliseconds
 */
public record RecentTimes(long[] millis) {

    /** None yet. */
    public static final RecentTimes EMPTY = new RecentTimes(new long[0]);

    /** The latest time; there must be one. */
    public long last() {
        return millis[millis.length - 1];
    }

    /** The last {@code most} times, this one included. */
    RecentTimes plus(long time, int most) {
        int from = Math.max(0, millis.length + 1 - most);
        long[] later = Arrays.copyOfRange(millis, from, millis.length + 1);
        later[later.length - 1] = time;
        return new RecentTimes(later);
    }
}
