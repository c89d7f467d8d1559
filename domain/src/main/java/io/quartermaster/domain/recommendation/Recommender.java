package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ranks items for customers: collaborative filtering where the customer has bought something,
 * filled up with, and otherwise made of, what is popular.
 *
 * <p>The score of an item about to run out (stock below what the forecast expects over the horizon)
 * is multiplied by a stated factor. A popular item's score is c * buyers / (customers + 1), where c
 * is 1, or the lowest score above it in a list that is filled up. Higher scores first, ties by
 * item.
 */
public final class Recommender {

    private final InteractionMatrix matrix;
    private final Map<String, StockOutlook> outlooks;
    private final RecommenderSettings settings;
    private final double[] factors;
    private final int[] byBuyers;

    /**
     * Prepares for one matrix.
     *
     * @param outlooks stock and forecast by item; items without one are taken to last
     */
    public Recommender(
            InteractionMatrix matrix,
            Map<String, StockOutlook> outlooks,
            RecommenderSettings settings) {
        this.matrix = matrix;
        this.outlooks = outlooks;
        this.settings = settings;
        this.factors = IntStream.range(0, matrix.items()).mapToDouble(this::factor).toArray();
        this.byBuyers =
                IntStream.range(0, matrix.items())
                        .filter(item -> matrix.buyers(item) > 0)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(
                                                item -> -matrix.buyers(item) * factors[item])
                                        .thenComparing(item -> item))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The lists of some customers, in their order; the engine is called once for all of them. */
    public List<List<RankedItem>> recommend(int[] customers, SparseSimilarityKernel kernel) {
        if (settings.method() == RecommendationMethod.POPULAR) {
            return Arrays.stream(customers).mapToObj(c -> fillUp(c, new ArrayList<>())).toList();
        }
        CollaborativeFilter filter = CollaborativeFilter.of(settings.method(), matrix);
        NeighbourTable neighbours =
                NeighbourTable.search(filter, customers, settings.neighbours(), kernel);
        List<List<RankedItem>> lists = new ArrayList<>(customers.length);
        for (int customer : customers) {
            lists.add(fillUp(customer, byNeighbours(customer, filter, neighbours)));
        }
        return lists;
    }

    /** The list of a customer of whom nothing is known. */
    public List<RankedItem> popular() {
        return fillUp(-1, new ArrayList<>());
    }

    private List<RankedItem> byNeighbours(
            int customer, CollaborativeFilter filter, NeighbourTable neighbours) {
        double[] scores = filter.scores(customer, neighbours);
        for (int item = 0; item < scores.length; item++) {
            scores[item] *= factors[item];
        }
        List<RankedItem> best = new ArrayList<>();
        for (int item : best(customer, scores)) {
            List<Carrier> carriers = filter.carriers(customer, item, neighbours);
            Scoring scoring =
                    filter.method() == RecommendationMethod.ITEM_CF
                            ? Scoring.ofItems(carriers, outlook(item), factors[item])
                            : Scoring.ofCustomers(carriers, outlook(item), factors[item]);
            if (scoring.millionths() > 0) {
                best.add(ranked(item, scoring, filter.method()));
            }
        }
        best.sort(BEST_FIRST);
        return best;
    }

    /** The k items with the highest scores above 0 that the customer may be shown. */
    private int[] best(int customer, double[] scores) {
        return IntStream.range(0, scores.length)
                .filter(item -> scores[item] > 0 && isShown(customer, item))
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(item -> -scores[item])
                                .thenComparing(item -> item))
                .limit(settings.k())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<RankedItem> fillUp(int customer, List<RankedItem> list) {
        double ceiling = list.isEmpty() ? 1 : list.get(list.size() - 1).score();
        List<String> there = list.stream().map(RankedItem::item).toList();
        List<RankedItem> filling = new ArrayList<>();
        for (int item : byBuyers) {
            if (list.size() + filling.size() >= settings.k()) {
                break;
            }
            if (isShown(customer, item) && !there.contains(matrix.item(item))) {
                filling.add(popular(item, ceiling));
            }
        }
        filling.sort(BEST_FIRST);
        list.addAll(filling);
        return list;
    }

    private RankedItem popular(int item, double ceiling) {
        int buyers = matrix.buyers(item);
        double amount = ceiling * buyers / (matrix.customers() + 1);
        Scoring scoring =
                Scoring.ofPopularity(
                        buyers, matrix.customers(), amount, outlook(item), factors[item]);
        return ranked(item, scoring, RecommendationMethod.POPULAR);
    }

    private boolean isShown(int customer, int item) {
        return customer < 0
                || !settings.excludeBought()
                || !matrix.ofCustomer(customer).hasBought(item);
    }

    private RankedItem ranked(int item, Scoring scoring, RecommendationMethod method) {
        return new RankedItem(matrix.item(item), scoring.score(), method, scoring.reason());
    }

    private double factor(int item) {
        StockOutlook outlook = outlook(item);
        return outlook != null && outlook.runsOut() ? settings.runningOutFactor() : 1;
    }

    private StockOutlook outlook(int item) {
        return outlooks.get(matrix.item(item));
    }

    private static final Comparator<RankedItem> BEST_FIRST =
            Comparator.comparingDouble(RankedItem::score)
                    .reversed()
                    .thenComparing(RankedItem::item);
}
