package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of all items when a customer is recommended to: the newest word of each kind on
 * each of them. Belongs to one thread.
 */
public final class KnownItems {

    /** Buyers from which on customers speak for an item, and the catalogue no longer. */
    static final int KNOWN_BUYERS = 5;

    /** The most popular so many can fill up lists. */
    static final int POPULAR = 200;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, LinkRow> neighbours = new HashMap<>();
    private final ContentPairs content = new ContentPairs();
    private final BitSet established = new BitSet();
    private final Map<String, Integer> buyers = new HashMap<>();
    private final Map<String, Listing> listings = new HashMap<>();
    private final Map<String, StockOutlook> outlooks = new HashMap<>();
    private final Set<String> toCome = new HashSet<>();
    private final Set<String> trials = new HashSet<>();
    private final Map<String, Double> brandScores = new HashMap<>();
    private final Map<String, List<String>> itemsByBrand = new HashMap<>();
    private final ItemFigures figures = new ItemFigures();
    private final RepeatShares repeats = new RepeatShares();
    private int[] popular = {};
    private boolean popularIsStale;
    private long customers;
    private BlendWeights weights;

    public KnownItems(BlendWeights weights) {
        this.weights = weights;
    }

    /** What the catalogue says of an item. */
    record Listing(String brand, String category) {

        static final Listing UNKNOWN = new Listing("", "");
    }

    /** Which items customers have together with one, and how many bought it. */
    public void putNeighbours(ItemNeighbours list, int boughtBy) {
        neighbours.put(list.item(), row(list));
        buyers.put(list.item(), boughtBy);
        established.set(number(list.item()), boughtBy >= KNOWN_BUYERS);
        popularIsStale = true;
    }

    /** Which items are like one by content; it is like them too. */
    public void putContent(ItemNeighbours list) {
        content.put(number(list.item()), row(list));
    }

    /** Brand and category of an item. */
    public void putListing(String item, String brand, String category) {
        repeats.putCategory(item, category);
        Listing before = listings.put(item, new Listing(brand, category));
        if (before == null || !before.brand().equals(brand)) {
            if (before != null) {
                itemsByBrand.get(before.brand()).remove(item);
            }
            itemsByBrand.computeIfAbsent(brand, none -> new ArrayList<>()).add(item);
        }
    }

    /** Whether an item is sold; one of which nothing is told is. */
    public void putSold(String item, boolean isSold) {
        if (isSold) {
            toCome.remove(item);
        } else {
            toCome.add(item);
        }
    }

    /** Stock and forecast of an item. */
    public void putOutlook(String item, StockOutlook outlook) {
        outlooks.put(item, outlook);
    }

    /** Whether a brand is on trial. */
    public void putTrial(String brand, boolean onTrial) {
        if (onTrial) {
            trials.add(brand);
        } else {
            trials.remove(brand);
        }
    }

    /** The score of a brand, 0 to 1. */
    public void putBrandScore(String brand, double score) {
        brandScores.put(brand, score);
    }

    /** How many customers there are. */
    public void putCustomers(long count) {
        customers = count;
    }

    /** What parts of a score count from now on. */
    public void putWeights(BlendWeights learnt) {
        weights = learnt;
    }

    public BlendWeights weights() {
        return weights;
    }

    /** How often items are bought again. */
    public RepeatShares repeats() {
        return repeats;
    }

    /** What only a trained ranker asks for. */
    public ItemFigures figures() {
        return figures;
    }

    /** The score of a brand, 0 to 1; 0 where none was told. */
    double brandScore(String brand) {
        return brandScores.getOrDefault(brand, 0.0);
    }

    /** Brands on trial. */
    Set<String> trials() {
        return trials;
    }

    List<String> itemsOf(String brand) {
        return itemsByBrand.getOrDefault(brand, List.of());
    }

    /** What customers have together with an item. */
    LinkRow neighbours(String item) {
        return neighbours.getOrDefault(item, LinkRow.EMPTY);
    }

    /** What an item is like by content, whether customers know it or not. */
    LinkRow content(String item) {
        Integer number = numbers.get(item);
        return number == null ? LinkRow.EMPTY : content.of(number);
    }

    /** Whether so many have bought an item that what it is like counts no longer. */
    boolean isEstablished(int number) {
        return established.get(number);
    }

    /** The number of an item, -1 if nothing was told of it. */
    int find(String item) {
        return numbers.getOrDefault(item, -1);
    }

    /** How many items have a number. */
    int size() {
        return names.size();
    }

    String name(int number) {
        return names.get(number);
    }

    int buyers(String item) {
        return buyers.getOrDefault(item, 0);
    }

    long customers() {
        return customers;
    }

    Listing listing(String item) {
        return listings.getOrDefault(item, Listing.UNKNOWN);
    }

    /** Null if it is not known. */
    StockOutlook outlook(String item) {
        return outlooks.get(item);
    }

    /** Whether it is launched later. */
    boolean isToCome(String item) {
        return toCome.contains(item);
    }

    boolean isSoldOut(String item) {
        StockOutlook outlook = outlooks.get(item);
        return outlook != null && outlook.isSoldOut();
    }

    /** Numbers of what most have bought, first; ties by name. */
    int[] popular() {
        if (popularIsStale) {
            popularIsStale = false;
            popular =
                    buyers.entrySet().stream()
                            .filter(entry -> entry.getValue() > 0)
                            .sorted(
                                    Map.Entry.<String, Integer>comparingByValue(
                                                    Comparator.reverseOrder())
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .limit(POPULAR)
                            .mapToInt(entry -> number(entry.getKey()))
                            .toArray();
        }
        return popular;
    }

    private LinkRow row(ItemNeighbours list) {
        int[] others = list.neighbours().stream().mapToInt(this::number).toArray();
        return new LinkRow(others, list.weights());
    }

    private int number(String item) {
        Integer known = numbers.putIfAbsent(item, names.size());
        if (known == null) {
            names.add(item);
            return names.size() - 1;
        }
        return known;
    }
}
