package io.quartermaster.domain.recommendation.model;

import java.util.Map;
import java.util.TreeMap;

/** Gathers what carries a score. */
public final class ScoreParts {

    private final int items;
    private final Map<Integer, Double> ownItems = new TreeMap<>();
    private final Map<Integer, Double> users = new TreeMap<>();
    private double popularity;

    /**
     * Empty.
     *
     * @param items how many items there are
     */
    public ScoreParts(int items) {
        this.items = items;
    }

    int items() {
        return items;
    }

    /** An item of the user's own. */
    void ownItem(int item, double amount) {
        if (amount != 0) {
            ownItems.merge(item, amount, Double::sum);
        }
    }

    /** A neighbouring user. */
    void user(int user, double amount) {
        if (amount != 0) {
            users.merge(user, amount, Double::sum);
        }
    }

    /** What everybody does. */
    void popularity(double amount) {
        popularity += amount;
    }

    public Map<Integer, Double> ownItems() {
        return ownItems;
    }

    public Map<Integer, Double> users() {
        return users;
    }

    public double popularity() {
        return popularity;
    }
}
