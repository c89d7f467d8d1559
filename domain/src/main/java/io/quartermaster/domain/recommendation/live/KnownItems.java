package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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

    private static final Comparator<Item> MOST_BOUGHT_FIRST =
            Comparator.<Item>comparingInt(item -> -item.buyers).thenComparing(item -> item.name);

    private final Map<String, Item> byName = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final ContentPairs content = new ContentPairs();
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

    /**
     * All that was told of one item, null what was not; a list looks at hundreds of them, by
     * number.
     */
    private static final class Item {

        private final String name;
        private final int number;
        private LinkRow neighbours = LinkRow.EMPTY;
        private int buyers;
        private Listing listing;
        private StockOutlook outlook;
        private boolean isToCome;

        private Item(String name, int number) {
            this.name = name;
            this.number = number;
        }
    }

    /** Which items customers have together with one, and how many bought it. */
    public void putNeighbours(ItemNeighbours list, int boughtBy) {
        Item item = item(list.item());
        item.neighbours = row(list);
        item.buyers = boughtBy;
        popularIsStale = true;
    }

    /** Which items are like one by content; it is like them too. */
    public void putContent(ItemNeighbours list) {
        content.put(item(list.item()).number, row(list));
    }

    /** Brand and category of an item. */
    public void putListing(String item, String brand, String category) {
        repeats.putCategory(item, category);
        Item known = item(item);
        Listing before = known.listing;
        known.listing = new Listing(brand, category);
        if (before == null || !before.brand().equals(brand)) {
            if (before != null) {
                itemsByBrand.get(before.brand()).remove(item);
            }
            itemsByBrand.computeIfAbsent(brand, none -> new ArrayList<>()).add(item);
        }
    }

    /** Whether an item is sold; one of which nothing is told is. */
    public void putSold(String item, boolean isSold) {
        item(item).isToCome = !isSold;
    }

    /** Stock and forecast of an item. */
    public void putOutlook(String item, StockOutlook outlook) {
        item(item).outlook = outlook;
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
        Item known = byName.get(item);
        return known == null ? LinkRow.EMPTY : known.neighbours;
    }

    /** What an item is like by content, whether customers know it or not. */
    LinkRow content(String item) {
        Item known = byName.get(item);
        return known == null ? LinkRow.EMPTY : content.of(known.number);
    }

    /** Whether so many have bought an item that what it is like counts no longer. */
    boolean isEstablished(int number) {
        return items.get(number).buyers >= KNOWN_BUYERS;
    }

    /** The number of an item, -1 if nothing was told of it. */
    int find(String item) {
        Item known = byName.get(item);
        return known == null ? -1 : known.number;
    }

    /** How many items have a number. */
    int size() {
        return items.size();
    }

    String name(int number) {
        return items.get(number).name;
    }

    int buyers(String item) {
        Item known = byName.get(item);
        return known == null ? 0 : known.buyers;
    }

    int buyers(int number) {
        return items.get(number).buyers;
    }

    long customers() {
        return customers;
    }

    Listing listing(String item) {
        Item known = byName.get(item);
        return known == null || known.listing == null ? Listing.UNKNOWN : known.listing;
    }

    /** Null if it is not known. */
    StockOutlook outlook(String item) {
        Item known = byName.get(item);
        return known == null ? null : known.outlook;
    }

    /** Null if it is not known. */
    StockOutlook outlook(int number) {
        return items.get(number).outlook;
    }

    /** Whether it is sold out, or launched later. */
    boolean isAway(String item) {
        Item known = byName.get(item);
        return known != null && isAway(known.number);
    }

    /** Whether it is sold out, or launched later. */
    boolean isAway(int number) {
        Item item = items.get(number);
        return item.isToCome || (item.outlook != null && item.outlook.isSoldOut());
    }

    /** Numbers of what most have bought, first; ties by name. */
    int[] popular() {
        if (popularIsStale) {
            popularIsStale = false;
            PriorityQueue<Item> most = new PriorityQueue<>(MOST_BOUGHT_FIRST.reversed());
            for (Item item : items) {
                if (item.buyers > 0) {
                    most.add(item);
                    if (most.size() > POPULAR) {
                        most.poll();
                    }
                }
            }
            popular =
                    most.stream().sorted(MOST_BOUGHT_FIRST).mapToInt(item -> item.number).toArray();
        }
        return popular;
    }

    private LinkRow row(ItemNeighbours list) {
        int[] others = new int[list.neighbours().size()];
        for (int place = 0; place < others.length; place++) {
            others[place] = item(list.neighbours().get(place)).number;
        }
        return new LinkRow(others, list.weights());
    }

    private Item item(String name) {
        Item known = byName.get(name);
        if (known == null) {
            known = new Item(name, items.size());
            byName.put(name, known);
            items.add(known);
        }
        return known;
    }
}
