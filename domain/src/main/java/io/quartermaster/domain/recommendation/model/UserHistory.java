package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;

/**
 * What one user did, oldest first.
 *
 * @param user number of the user, -1 for one who was not there when models learnt
 * @param items numbers of the items
 * @param values strength of each event: 1 for a purchase, a rating as it is
 * @param times of each event, in the unit of the histories, never falling
 */
public record UserHistory(int user, int[] items, float[] values, double[] times) {

    /** Nothing yet. */
    public static final UserHistory EMPTY =
            new UserHistory(-1, new int[0], new float[0], new double[0]);

    public UserHistory {
        if (items.length != values.length || items.length != times.length) {
            throw new IllegalArgumentException(
                    "A history has %d items, %d values and %d times."
                            .formatted(items.length, values.length, times.length));
        }
    }

    /** How many events there are. */
    public int size() {
        return items.length;
    }

    /** The events from one position to before another. */
    public UserHistory range(int from, int to) {
        return new UserHistory(
                user,
                Arrays.copyOfRange(items, from, to),
                Arrays.copyOfRange(values, from, to),
                Arrays.copyOfRange(times, from, to));
    }

    /** These events, then others of the same user; an earlier time among those is this last one. */
    public UserHistory and(UserHistory next) {
        UserHistory joined =
                new UserHistory(
                        user,
                        Arrays.copyOf(items, size() + next.size()),
                        Arrays.copyOf(values, size() + next.size()),
                        Arrays.copyOf(times, size() + next.size()));
        double last = size() == 0 ? Double.NEGATIVE_INFINITY : times[size() - 1];
        for (int i = 0; i < next.size(); i++) {
            joined.items[size() + i] = next.items[i];
            joined.values[size() + i] = next.values[i];
            joined.times[size() + i] = Math.max(last, next.times[i]);
        }
        return joined;
    }

    /** The latest events, so many at most. */
    public UserHistory latest(int count) {
        return size() <= count ? this : range(size() - count, size());
    }

    /** Each item once, where it stands last. */
    public UserHistory distinct() {
        boolean[] last = new boolean[size()];
        int[] sorted = items.clone();
        Arrays.sort(sorted);
        boolean repeats = false;
        for (int i = 1; i < sorted.length; i++) {
            repeats |= sorted[i] == sorted[i - 1];
        }
        return repeats ? withoutRepeats(last) : this;
    }

    private UserHistory withoutRepeats(boolean[] last) {
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        for (int i = size() - 1; i >= 0; i--) {
            last[i] = seen.add(items[i]);
        }
        return where(last);
    }

    /** The events marked. */
    public UserHistory where(boolean[] kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        UserHistory chosen =
                new UserHistory(user, new int[count], new float[count], new double[count]);
        int to = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                chosen.items[to] = items[i];
                chosen.values[to] = values[i];
                chosen.times[to++] = times[i];
            }
        }
        return chosen;
    }

    /** Steps of each event: how many different times lie before its own. */
    public int[] steps() {
        int[] steps = new int[size()];
        for (int i = 1; i < steps.length; i++) {
            steps[i] = steps[i - 1] + (times[i] > times[i - 1] ? 1 : 0);
        }
        return steps;
    }

    /** Whether an item stands in it. */
    public boolean has(int item) {
        for (int one : items) {
            if (one == item) {
                return true;
            }
        }
        return false;
    }
}
