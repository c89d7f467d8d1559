package io.quartermaster.domain.recommendation.incremental;

import io.quartermaster.domain.recommendation.PairCounts;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The item-to-item table made at once from all baskets: for each item, the items of each of its
 * holders. It is the plain twin of {@link ItemTable}, and the faster one for a whole history: items
 * are independent, so all cores work.
 */
public final class ItemTableRebuild {

    private final TableSettings settings;
    private final String[] items;
    private final int[][] basketItems;
    private final double[][] basketStrengths;
    private final int[][] holders;
    private final double[] squares;
    private final double mean;

    /**
     * Numbers items by name.
     *
     * @param baskets by customer and item
     * @param epoch the epoch that looks at them
     */
    public ItemTableRebuild(
            Map<String, Map<String, Held>> baskets, long epoch, TableSettings settings) {
        this.settings = settings;
        TreeSet<String> names = new TreeSet<>();
        baskets.values().forEach(basket -> names.addAll(basket.keySet()));
        items = names.toArray(String[]::new);
        List<Map<String, Held>> ordered = new ArrayList<>(new TreeMap<>(baskets).values());
        basketItems = new int[ordered.size()][];
        basketStrengths = new double[ordered.size()][];
        int[] counts = new int[items.length];
        squares = new double[items.length];
        for (int customer = 0; customer < ordered.size(); customer++) {
            number(customer, new TreeMap<>(ordered.get(customer)), epoch);
            for (int at = 0; at < basketItems[customer].length; at++) {
                counts[basketItems[customer][at]]++;
                double strength = basketStrengths[customer][at];
                squares[basketItems[customer][at]] += strength * strength;
            }
        }
        holders = holders(counts);
        mean = Arrays.stream(squares).sum() / Math.max(1, items.length);
    }

    /** The lists of all items, by item. */
    public Map<String, ItemNeighbours> neighbours() {
        List<ItemNeighbours> lists =
                IntStream.range(0, items.length).parallel().mapToObj(this::neighbours).toList();
        TreeMap<String, ItemNeighbours> byItem = new TreeMap<>();
        lists.forEach(list -> byItem.put(list.item(), list));
        return byItem;
    }

    private ItemNeighbours neighbours(int item) {
        int[] common = new int[items.length];
        double[] dots = new double[items.length];
        for (int customer : holders[item]) {
            int[] basket = basketItems[customer];
            double own = basketStrengths[customer][Arrays.binarySearch(basket, item)];
            for (int at = 0; at < basket.length; at++) {
                common[basket[at]]++;
                dots[basket[at]] += own * basketStrengths[customer][at];
            }
        }
        common[item] = 0;
        double[] weights = new double[items.length];
        for (int other = 0; other < items.length; other++) {
            weights[other] = common[other] == 0 ? 0 : weight(item, other, common, dots);
        }
        double least = least(weights);
        int[] best =
                IntStream.range(0, items.length)
                        .filter(other -> weights[other] >= least && weights[other] > 0)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(other -> -weights[other])
                                        .thenComparing(other -> other))
                        .limit(settings.neighbours())
                        .mapToInt(other -> other)
                        .toArray();
        return new ItemNeighbours(
                items[item],
                Arrays.stream(best).mapToObj(other -> items[other]).toList(),
                Arrays.stream(best).mapToDouble(other -> weights[other]).toArray());
    }

    /** The weight of the last that is wanted, so that few have to be sorted by name. */
    private double least(double[] weights) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, sorted.length - settings.neighbours())];
    }

    private double weight(int item, int other, int[] common, double[] dots) {
        PairCounts pair =
                new PairCounts(
                        common[other],
                        dots[other],
                        squares[item],
                        squares[other],
                        Math.max(1, basketItems.length),
                        mean);
        return settings.weighting().weight(pair, settings.shrinkage());
    }

    private void number(int customer, Map<String, Held> basket, long epoch) {
        basketItems[customer] =
                basket.keySet().stream()
                        .mapToInt(name -> Arrays.binarySearch(items, name))
                        .toArray();
        basketStrengths[customer] =
                basket.values().stream().mapToDouble(held -> held.at(epoch)).toArray();
    }

    private int[][] holders(int[] counts) {
        int[][] byItem = new int[items.length][];
        Arrays.setAll(byItem, item -> new int[counts[item]]);
        int[] next = new int[items.length];
        for (int customer = 0; customer < basketItems.length; customer++) {
            for (int item : basketItems[customer]) {
                byItem[item][next[item]++] = customer;
            }
        }
        return byItem;
    }
}
