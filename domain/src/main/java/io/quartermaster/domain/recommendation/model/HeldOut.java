package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Histories that models may learn from, and what their users did beside or after them.
 *
 * @param training what models see
 * @param held of each user, over the same numbering; empty where nothing is asked
 */
public record HeldOut(Histories training, Histories held) {

    public HeldOut {
        if (training.users() != held.users() || training.items() != held.items()) {
            throw new IllegalArgumentException(
                    "Training (%d users, %d items) and what is held out (%d, %d) must share their numbering."
                            .formatted(
                                    training.users(),
                                    training.items(),
                                    held.users(),
                                    held.items()));
        }
    }

    /** The last event of each user who has another before it. */
    public static HeldOut lastOfEach(Histories all) {
        return new HeldOut(
                all.each(history -> history.range(0, kept(history))),
                all.each(history -> history.range(kept(history), history.size())));
    }

    /** What happened at or after a time. */
    public static HeldOut from(Histories all, double time) {
        return new HeldOut(
                all.each(history -> history.range(0, before(history, time))),
                all.each(history -> history.range(before(history, time), history.size())));
    }

    /** A share of each user's events, drawn by a seed; every user keeps one. */
    public static HeldOut drawn(Histories all, double share, long seed) {
        boolean[][] drawn =
                IntStream.range(0, all.users())
                        .mapToObj(user -> draw(all.of(user).size(), share, seed, user))
                        .toArray(boolean[][]::new);
        return new HeldOut(
                all.each(history -> history.where(not(drawn[history.user()]))),
                all.each(history -> history.where(drawn[history.user()])));
    }

    /** The time from which on a share of all events lies. */
    public static double timeOfLast(Histories all, double share) {
        double[] times =
                IntStream.range(0, all.users())
                        .mapToObj(all::of)
                        .flatMapToDouble(history -> Arrays.stream(history.times()))
                        .sorted()
                        .toArray();
        return times.length == 0 ? 0 : times[(int) ((1 - share) * (times.length - 1))];
    }

    /** Training, and after it what is held out. */
    public Histories all() {
        return training.each(
                history -> {
                    UserHistory next = held.of(history.user());
                    return next.size() == 0 ? history : history.and(next);
                });
    }

    /** Users of whom something is held out and who have a history, ascending. */
    public int[] users() {
        return IntStream.range(0, training.users())
                .filter(user -> held.of(user).size() > 0 && training.of(user).size() > 0)
                .toArray();
    }

    /** Users of whom something is held out, but who have no history. */
    public int newUsers() {
        return (int)
                IntStream.range(0, training.users())
                        .filter(user -> held.of(user).size() > 0 && training.of(user).size() == 0)
                        .count();
    }

    /** Items held out of a user, each once, ascending. */
    public int[] items(int user) {
        return Arrays.stream(held.of(user).items()).sorted().distinct().toArray();
    }

    private static int kept(UserHistory history) {
        return history.size() < 2 ? history.size() : history.size() - 1;
    }

    private static int before(UserHistory history, double time) {
        int at = 0;
        while (at < history.size() && history.times()[at] < time) {
            at++;
        }
        return at;
    }

    private static boolean[] draw(int size, double share, long seed, int user) {
        boolean[] drawn = new boolean[size];
        if (size < 2) {
            return drawn;
        }
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + user);
        int wanted = Math.min(size - 1, Math.max(1, (int) Math.round(share * size)));
        while (wanted > 0) {
            int at = random.nextInt(size);
            wanted -= drawn[at] ? 0 : 1;
            drawn[at] = true;
        }
        return drawn;
    }

    private static boolean[] not(boolean[] marks) {
        boolean[] turned = new boolean[marks.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = !marks[i];
        }
        return turned;
    }
}
