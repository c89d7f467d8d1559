package io.quartermaster.domain.recommendation.evaluation;

import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.ItemScorer;
import io.quartermaster.domain.recommendation.model.TopItems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranks all items for every user of whom something is held out, and measures the lists. No item is
 * sampled: each is ranked against the whole catalogue (Krichene and Rendle 2020).
 */
public final class RankingEvaluation {

    private final HeldOut heldOut;
    private final int[] users;
    private final int[][] held;
    private final int[] holders;
    private final int[] cuts;
    private final TopItems lists;

    /**
     * Prepares.
     *
     * @param cuts lengths of lists to measure, each 1 or more
     * @param excludeSeen whether what a user has in training is never listed
     * @throws IllegalArgumentException when there is nobody to measure
     */
    public RankingEvaluation(HeldOut heldOut, int[] cuts, boolean excludeSeen) {
        this.heldOut = heldOut;
        this.users = heldOut.users();
        this.held = Arrays.stream(users).mapToObj(heldOut::items).toArray(int[][]::new);
        this.holders = heldOut.training().holders();
        this.cuts = cuts.clone();
        this.lists = new TopItems(heldOut.training(), excludeSeen);
        if (users.length == 0) {
            throw new IllegalArgumentException(
                    "No user has both a history and something held out.\nMaybe another split, or more events of each user.");
        }
    }

    /** How many users are measured. */
    public int users() {
        return users.length;
    }

    /** What a method reaches, one entry for each length of list. */
    public List<MethodAccuracy> measure(String method, ItemScorer scorer) {
        int longest = Arrays.stream(cuts).max().orElse(1);
        int[][] found = lists.of(users, scorer, longest);
        List<MethodAccuracy> measured = new ArrayList<>();
        for (int cut : cuts) {
            measured.add(
                    MethodAccuracy.of(
                            method, cut, found, held, holders, heldOut.training().users()));
        }
        return measured;
    }
}
