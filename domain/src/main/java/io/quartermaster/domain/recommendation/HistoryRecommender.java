package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.recommendation.model.Histories;
import io.quartermaster.domain.recommendation.model.HistoryScores;
import io.quartermaster.domain.recommendation.model.ItemScorer;
import io.quartermaster.domain.recommendation.model.ScoreParts;
import io.quartermaster.domain.recommendation.model.TopItems;
import io.quartermaster.domain.recommendation.model.UserHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Lists items for users of histories, each with the parts of its score. Where nothing speaks for
 * more items, what is popular fills the list up: its score is c * holders / (users + 1), c the
 * lowest score above it or 1. Higher scores first, ties by item.
 */
public final class HistoryRecommender {

    private static final Comparator<ListedItem> BEST_FIRST =
            Comparator.comparingDouble(ListedItem::score)
                    .reversed()
                    .thenComparing(ListedItem::item);

    private final Histories histories;
    private final ItemScorer scorer;
    private final int k;
    private final TopItems top;
    private final int[] holders;

    /**
     * Prepares.
     *
     * @param k how many items a user gets at most, 1 or more
     * @param excludeSeen whether what a user has is left out
     */
    public HistoryRecommender(Histories histories, ItemScorer scorer, int k, boolean excludeSeen) {
        if (k < 1) {
            throw new IllegalArgumentException("The k (%d) must be 1 or more.".formatted(k));
        }
        this.histories = histories;
        this.scorer = scorer;
        this.k = k;
        this.top = new TopItems(histories, excludeSeen);
        this.holders = histories.holders();
    }

    /** The list of a user. */
    public List<ListedItem> recommend(int user) {
        UserHistory history = histories.of(user);
        List<ListedItem> scored = new ArrayList<>();
        List<Integer> filling = new ArrayList<>();
        HistoryScores scores = scorer.of(history);
        for (int item : top.of(history, scores, k)) {
            Scoring scoring = scoring(scores, item);
            if (scoring.millionths() > 0) {
                scored.add(listed(item, scoring));
            } else {
                filling.add(item);
            }
        }
        scored.sort(BEST_FIRST);
        double ceiling = scored.isEmpty() ? 1 : scored.get(scored.size() - 1).score();
        List<ListedItem> filled = new ArrayList<>();
        for (int item : filling) {
            double amount = ceiling * holders[item] / (histories.users() + 1);
            Scoring.Builder builder = new Scoring.Builder();
            filled.add(listed(item, popular(builder, item, amount).build()));
        }
        filled.sort(BEST_FIRST);
        scored.addAll(filled);
        return scored;
    }

    private Scoring scoring(HistoryScores scores, int item) {
        ScoreParts parts = new ScoreParts(histories.items());
        scores.explain(item, 1, parts);
        List<Carrier> own = carriers(parts.ownItems(), histories::item);
        List<Carrier> users = carriers(parts.users(), histories::user);
        Scoring.Builder builder = new Scoring.Builder();
        if (!own.isEmpty()) {
            builder.items(own);
        }
        if (!users.isEmpty()) {
            builder.customers(users);
        }
        return parts.popularity() == 0
                ? builder.build()
                : popular(builder, item, parts.popularity()).build();
    }

    private static List<Carrier> carriers(Map<Integer, Double> parts, IntFunction<String> name) {
        List<Carrier> carriers = new ArrayList<>();
        parts.forEach((id, amount) -> carriers.add(new Carrier(name.apply(id), amount, true)));
        carriers.sort(Carrier.LARGEST_FIRST);
        return carriers;
    }

    private Scoring.Builder popular(Scoring.Builder builder, int item, double amount) {
        return builder.popularity(holders[item], histories.users(), amount);
    }

    private ListedItem listed(int item, Scoring scoring) {
        return new ListedItem(histories.item(item), scoring.score(), scoring.reason());
    }
}
