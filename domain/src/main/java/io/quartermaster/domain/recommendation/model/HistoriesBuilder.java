package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Gathers events in any order and numbers them; events of equal time stay as they came. */
public final class HistoriesBuilder {

    private final Map<String, Integer> users;
    private final Map<String, Integer> items;
    private int[] user = new int[1024];
    private int[] item = new int[1024];
    private float[] value = new float[1024];
    private double[] time = new double[1024];
    private int size;

    /** Starts with names of its own. */
    public HistoriesBuilder() {
        this(new HashMap<>(), new HashMap<>());
    }

    private HistoriesBuilder(Map<String, Integer> users, Map<String, Integer> items) {
        this.users = users;
        this.items = items;
    }

    /** An item that is there though nobody may have had to do with it. */
    public HistoriesBuilder item(String name) {
        number(items, name);
        return this;
    }

    /** Another that shares users and items: what both build has one numbering. */
    public HistoriesBuilder beside() {
        return new HistoriesBuilder(users, items);
    }

    /** One event. */
    public HistoriesBuilder add(String ofUser, String ofItem, float strength, double at) {
        if (!Float.isFinite(strength) || !Double.isFinite(at)) {
            throw new IllegalArgumentException(
                    "The event of user (%s) and item (%s) has strength %s and time %s; both must be finite."
                            .formatted(ofUser, ofItem, strength, at));
        }
        if (size == user.length) {
            grow();
        }
        user[size] = number(users, ofUser);
        item[size] = number(items, ofItem);
        value[size] = strength;
        time[size++] = at;
        return this;
    }

    /** Events so far. */
    public int size() {
        return size;
    }

    /**
     * The histories.
     *
     * @param timed whether times of different users can be compared
     */
    public Histories build(boolean timed) {
        String[] userNames = users.keySet().stream().sorted().toArray(String[]::new);
        String[] itemNames = items.keySet().stream().sorted().toArray(String[]::new);
        int[] userRank = ranks(users, userNames);
        int[] itemRank = ranks(items, itemNames);
        int[] count = new int[userNames.length + 1];
        for (int i = 0; i < size; i++) {
            count[userRank[user[i]] + 1]++;
        }
        Arrays.parallelPrefix(count, Integer::sum);
        int[] events = new int[size];
        int[] next = count.clone();
        for (int i = 0; i < size; i++) {
            events[next[userRank[user[i]]]++] = i;
        }
        UserHistory[] histories = new UserHistory[userNames.length];
        for (int u = 0; u < histories.length; u++) {
            histories[u] = history(u, Arrays.copyOfRange(events, count[u], count[u + 1]), itemRank);
        }
        return new Histories(userNames, itemNames, histories, timed);
    }

    private UserHistory history(int number, int[] events, int[] itemRank) {
        int[] ordered =
                IntStream.of(events)
                        .boxed()
                        .sorted((a, b) -> Double.compare(time[a], time[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        UserHistory history =
                new UserHistory(
                        number,
                        new int[events.length],
                        new float[events.length],
                        new double[events.length]);
        for (int i = 0; i < ordered.length; i++) {
            history.items()[i] = itemRank[item[ordered[i]]];
            history.values()[i] = value[ordered[i]];
            history.times()[i] = time[ordered[i]];
        }
        return history;
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = numbers.size();
            numbers.put(name, known);
        }
        return known;
    }

    private static int[] ranks(Map<String, Integer> numbers, String[] sorted) {
        int[] ranks = new int[sorted.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[numbers.get(sorted[rank])] = rank;
        }
        return ranks;
    }

    private void grow() {
        int larger = size + size / 2;
        user = Arrays.copyOf(user, larger);
        item = Arrays.copyOf(item, larger);
        value = Arrays.copyOf(value, larger);
        time = Arrays.copyOf(time, larger);
    }
}
