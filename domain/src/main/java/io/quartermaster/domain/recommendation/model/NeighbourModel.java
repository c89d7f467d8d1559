package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.TimeDecay;

/**
 * Collaborative filtering, r(u,i) = sum over v of w(u,v) r(v,i), in one of its three readings.
 *
 * @param reading what v is and what w is between
 * @param weighting the formula of the weights
 * @param shrinkage users (or items) in common at which a weight counts half
 * @param decay what an event still counts, by its age at the latest event, times in milliseconds
 * @param neighbours how many v count for each
 */
public record NeighbourModel(
        Reading reading, ItemWeighting weighting, double shrinkage, TimeDecay decay, int neighbours)
        implements RecommendationModel {

    /** The three readings. */
    public enum Reading {
        /** v is a user, one of the nearest to u; r(v,i) what v gives the item. */
        USERS,
        /** v is an item, one of the nearest to i; w is between i and v, r what u gives v. */
        ITEMS_NEAR_THE_TARGET,
        /** v is an item, w what u gives it; r(v,i) how much v speaks for i, one of its nearest. */
        ITEMS_OF_THE_USER
    }

    public NeighbourModel {
        if (neighbours < 1) {
            throw new IllegalArgumentException(
                    "The number of neighbours (%d) must be 1 or more.".formatted(neighbours));
        }
    }

    /** By cosine, nothing shrunk and nothing aged. */
    public static NeighbourModel cosine(Reading reading, int neighbours) {
        return new NeighbourModel(reading, ItemWeighting.COSINE, 0, TimeDecay.NONE, neighbours);
    }

    @Override
    public ItemScorer fit(Histories histories) {
        Histories aged = aged(histories);
        SparseRows byUser = SparseRows.byUser(aged);
        if (reading == Reading.USERS) {
            return new UserNeighbours(byUser, finder(byUser));
        }
        SparseTable table = finder(byUser.transposed()).table();
        boolean ofTarget = reading == Reading.ITEMS_NEAR_THE_TARGET;
        return new TableScorer(ofTarget ? table.transposed() : table, new Recency(0, true));
    }

    private NeighbourFinder finder(SparseRows rows) {
        return new NeighbourFinder(rows, weighting, shrinkage, neighbours);
    }

    private Histories aged(Histories histories) {
        if (decay.halfLife().isZero()) {
            return histories;
        }
        double now = histories.lastTime();
        return histories.each(
                history -> {
                    float[] values = history.values().clone();
                    for (int i = 0; i < values.length; i++) {
                        values[i] *= (float) decay.of(Math.round(now - history.times()[i]));
                    }
                    return new UserHistory(
                            history.user(), history.items(), values, history.times());
                });
    }
}
