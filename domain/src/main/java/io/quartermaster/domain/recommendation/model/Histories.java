package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The histories of all users over one numbering of users and items, both in the order of their
 * names.
 */
public final class Histories {

    private final String[] users;
    private final String[] items;
    private final UserHistory[] byUser;
    private final boolean timed;

    Histories(String[] users, String[] items, UserHistory[] byUser, boolean timed) {
        this.users = users;
        this.items = items;
        this.byUser = byUser;
        this.timed = timed;
    }

    public int users() {
        return users.length;
    }

    public int items() {
        return items.length;
    }

    public String user(int number) {
        return users[number];
    }

    public String item(int number) {
        return items[number];
    }

    /** All items in the order of their numbers. */
    public List<String> itemNames() {
        return List.of(items);
    }

    /** Number of a user, negative if there is none of this name. */
    public int numberOfUser(String user) {
        return Arrays.binarySearch(users, user);
    }

    /** Number of an item, negative if there is none of this name. */
    public int numberOfItem(String item) {
        return Arrays.binarySearch(items, item);
    }

    public UserHistory of(int user) {
        return byUser[user];
    }

    /** Whether times of different users can be compared; otherwise they only order a history. */
    public boolean timed() {
        return timed;
    }

    /** Events altogether. */
    public long events() {
        return Arrays.stream(byUser).mapToLong(UserHistory::size).sum();
    }

    /** The same users and items with other histories. */
    public Histories with(IntFunction<UserHistory> history) {
        return new Histories(
                users,
                items,
                IntStream.range(0, users.length).mapToObj(history).toArray(UserHistory[]::new),
                timed);
    }

    /** The same users and items, each history changed. */
    public Histories each(UnaryOperator<UserHistory> change) {
        return with(user -> change.apply(byUser[user]));
    }

    /** Latest time of any event, 0 where there is none. */
    public double lastTime() {
        return Arrays.stream(byUser)
                .filter(history -> history.size() > 0)
                .mapToDouble(history -> history.times()[history.size() - 1])
                .max()
                .orElse(0);
    }

    /** Earliest time of any event, 0 where there is none. */
    public double firstTime() {
        return Arrays.stream(byUser)
                .filter(history -> history.size() > 0)
                .mapToDouble(history -> history.times()[0])
                .min()
                .orElse(0);
    }

    /** How many users have each item. */
    public int[] holders() {
        int[] holders = new int[items.length];
        for (UserHistory history : byUser) {
            for (int item : history.distinct().items()) {
                holders[item]++;
            }
        }
        return holders;
    }

    /** Share of events whose user had the item before, 0 to 1. */
    public double repeatedShare() {
        long distinct = Arrays.stream(byUser).mapToLong(h -> h.distinct().size()).sum();
        long events = events();
        return events == 0 ? 0 : (double) (events - distinct) / events;
    }
}
