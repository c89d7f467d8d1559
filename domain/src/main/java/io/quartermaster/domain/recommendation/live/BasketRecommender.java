package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.incremental.Baskets;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.domain.recommendation.incremental.ItemTableRebuild;
import io.quartermaster.domain.recommendation.incremental.TableSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists for all customers of a closed set of purchases, by the code of the live job: the
 * item-to-item table by cosine with 50 neighbours, nothing aged, what a customer has or has brought
 * back left out.
 */
public final class BasketRecommender {

    private static final TableSettings TABLE = new TableSettings(ItemWeighting.COSINE, 0, 50);
    private static final int CANDIDATES = 100;

    private final Map<String, SortedMap<String, Long>> units;
    private final LiveRanker ranker;

    /**
     * Makes the table.
     *
     * @param units by customer and item, bought less brought back
     * @param k items of a list at most, 1 or more
     */
    public BasketRecommender(Map<String, SortedMap<String, Long>> units, int k) {
        this.units = units;
        KnownItems known = new KnownItems(BlendWeights.PRIOR);
        this.ranker =
                new LiveRanker(new RankingSettings(k, Math.max(k, CANDIDATES), 1, 0, 0, 0), known);
        Baskets baskets = new Baskets();
        Map<String, Integer> buyers = new HashMap<>();
        units.forEach(
                (customer, items) ->
                        items.forEach(
                                (item, count) -> {
                                    if (count > 0) {
                                        baskets.put(customer, item, new Held(1, 0, true));
                                        buyers.merge(item, 1, Integer::sum);
                                    }
                                }));
        new ItemTableRebuild(baskets.all(), 0, TABLE)
                .neighbours()
                .forEach((item, list) -> known.putNeighbours(list, buyers.get(item)));
        known.putCustomers(baskets.all().size());
    }

    /** The list of each customer, by customer. */
    public SortedMap<String, List<Proposal>> lists() {
        SortedMap<String, List<Proposal>> lists = new TreeMap<>();
        units.keySet().forEach(customer -> lists.put(customer, list(customer)));
        return lists;
    }

    private List<Proposal> list(String customer) {
        List<OwnItem> own = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        units.get(customer)
                .forEach(
                        (item, count) -> {
                            seen.add(item);
                            if (count > 0) {
                                own.add(new OwnItem(item, 1, true));
                            }
                        });
        return ranker.rank(customer, own, seen::contains);
    }
}
