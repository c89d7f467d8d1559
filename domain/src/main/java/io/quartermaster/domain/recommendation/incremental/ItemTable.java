package io.quartermaster.domain.recommendation.incremental;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The item-to-item table of many customers, changed basket by basket.
 *
 * <p>A change of item i by a customer with n items moves the sum of squares of i and its n pairs.
 * With a weighting that depends on the two items alone, the entry of i moves in the list of every
 * item that shares a customer with it, and the whole list of i; nothing else does. These lists are
 * moved at once where somebody has asked for them before ({@link TopList}); the others are made
 * when they are asked for. BM25 and TF-IDF depend on all customers, so their lists are always made
 * when asked for.
 *
 * <p>A table may be one {@link Shard} of several: it then has the lists of its own items, and of
 * pairs those with one of them. Belongs to one thread.
 */
public final class ItemTable {

    private final TableSettings settings;
    private final Shard shard;
    private final ItemNumbers items = new ItemNumbers();
    private final ItemSums sums = new ItemSums();
    private final List<PairRow> rows = new ArrayList<>();
    private final KeptLists lists;
    private final BitSet moved = new BitSet();
    private final BitSet paired = new BitSet();
    private final BitSet told = new BitSet();
    private final BitSet unsaved = new BitSet();
    private final BitSet owned = new BitSet();
    private long epoch;
    private boolean isStarted;

    public ItemTable(TableSettings settings) {
        this(settings, Shard.WHOLE);
    }

    public ItemTable(TableSettings settings, Shard shard) {
        this.settings = settings;
        this.shard = shard;
        this.lists = new KeptLists(settings, items, sums, rows);
    }

    /** Puts a change in. */
    public void apply(BasketChange change) {
        advance(change.epoch());
        if (change.isEmpty()) {
            return;
        }
        double scale = Epochs.aged(1, change.epoch(), epoch);
        int item = number(change.item());
        int[] others = numbers(change.others());
        KeptLists.Standing before = lists.standing(item);
        sums.apply(item, change, scale);
        pairs(item, others, change, scale);
        lists.move(item, before, others, change.after() >= change.before());
        moved.set(item);
        unsaved.set(item);
    }

    /** Looks at everything from an epoch on; an earlier one changes nothing. */
    public void advanceTo(long later) {
        advance(later);
    }

    /** The nearest of an item as of now; nobody's if it is not known. */
    public ItemNeighbours neighbours(String name) {
        int item = items.find(name);
        if (item < 0 || !owned.get(item)) {
            return new ItemNeighbours(name, List.of(), new double[0]);
        }
        return lists.of(item);
    }

    /** Lists that may have changed since this was last asked, in no particular order. */
    public List<ItemNeighbours> takeChanged() {
        BitSet touched = touched();
        List<ItemNeighbours> changed = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            if (owned.get(item) && (touched.get(item) || !settings.isLocal())) {
                addIfNews(item, changed);
            }
        }
        moved.clear();
        paired.clear();
        return changed;
    }

    /** Nobody needs to be told of an item that has no neighbours and no buyers yet. */
    private void addIfNews(int item, List<ItemNeighbours> changed) {
        ItemNeighbours list = lists.of(item);
        if (told.get(item) || list.weights().length > 0 || sums.buyers(item) > 0) {
            told.set(item);
            changed.add(list);
        }
    }

    /** How many customers have bought an item and not brought it back. */
    public int buyers(String name) {
        int item = items.find(name);
        return item < 0 ? 0 : sums.buyers(item);
    }

    /** How many customers have anything. */
    public long customers() {
        return sums.customers();
    }

    /** Every item of which somebody has something, of this shard. */
    public List<String> items() {
        List<String> names = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            if (owned.get(item) && sums.holders(item) > 0) {
                names.add(items.name(item));
            }
        }
        return names;
    }

    /** The rows that changed since this was last asked. */
    public List<ItemRow> takeUnsaved() {
        List<ItemRow> changed = new ArrayList<>();
        unsaved.stream().forEach(item -> changed.add(row(item)));
        unsaved.clear();
        return changed;
    }

    /**
     * Takes up what another table has put aside.
     *
     * @param saved the last row of each item
     * @param customers what {@link #customers} was
     */
    public void restore(Iterable<ItemRow> saved, long customers) {
        sums.addCustomers(customers);
        for (ItemRow row : saved) {
            advance(row.epoch());
            double scale = Epochs.aged(1, 2 * row.epoch(), 2 * epoch);
            int item = number(row.item());
            sums.add(item, row.squares() * scale, row.holders(), row.buyers());
            moved.set(item);
            told.set(item);
            for (int i = 0; i < row.others().length; i++) {
                rows.get(item).add(number(row.others()[i]), row.common()[i], row.dots()[i] * scale);
            }
        }
    }

    private ItemRow row(int item) {
        PairRow row = rows.get(item);
        int size = row.size();
        ItemRow saved =
                new ItemRow(
                        items.name(item),
                        epoch,
                        sums.squares(item),
                        sums.holders(item),
                        sums.buyers(item),
                        new String[size],
                        new int[size],
                        new double[size]);
        int i = 0;
        for (int at = row.next(0); at >= 0; at = row.next(PairRow.after(at))) {
            saved.others()[i] = items.name(row.idAt(at));
            saved.common()[i] = row.commonAt(at);
            saved.dots()[i++] = row.dotAt(at);
        }
        return saved;
    }

    /** The sums as a later epoch sees them; a change of an earlier one is aged instead. */
    private void advance(long to) {
        if (!isStarted) {
            isStarted = true;
            epoch = to;
        } else if (to > epoch) {
            double factor = Epochs.aged(1, 2 * epoch, 2 * to);
            sums.scale(factor);
            rows.forEach(row -> row.scale(factor));
            epoch = to;
        }
    }

    /** Items whose own sums or pairs moved, and those that share a customer with the first. */
    private BitSet touched() {
        BitSet touched = (BitSet) paired.clone();
        touched.or(moved);
        for (int item = moved.nextSetBit(0); item >= 0; item = moved.nextSetBit(item + 1)) {
            PairRow row = rows.get(item);
            for (int at = row.next(0); at >= 0; at = row.next(PairRow.after(at))) {
                touched.set(row.idAt(at));
            }
        }
        return touched;
    }

    private void pairs(int item, int[] others, BasketChange change, double scale) {
        double moved = (change.after() - change.before()) * scale;
        int held = (change.after() > 0 ? 1 : 0) - (change.before() > 0 ? 1 : 0);
        for (int i = 0; i < others.length; i++) {
            int other = others[i];
            if (owned.get(item) || owned.get(other)) {
                double dot = moved * (change.strengths()[i] * scale);
                rows.get(item).add(other, held, dot);
                rows.get(other).add(item, held, dot);
                paired.set(other);
                unsaved.set(other);
            }
        }
    }

    private int[] numbers(String[] names) {
        int[] numbers = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers[i] = number(names[i]);
        }
        return numbers;
    }

    private int number(String name) {
        int number = items.of(name);
        if (number == rows.size()) {
            rows.add(new PairRow());
            lists.addItem();
            owned.set(number, shard.owns(name));
        }
        return number;
    }
}
