package io.quartermaster.domain.recommendation.incremental;

import java.util.ArrayList;
import java.util.List;

/**
 * The lists of a table that somebody has asked for. Where weights depend on two items alone, they
 * are kept up as entries move; else each is made anew when it is asked for.
 *
 * <p>When the sum of squares of an item grows, its weight in other lists can only fall, except in
 * those of items whose pair with it grew too: so only the lists in which it stands and those of
 * these items are looked at. When it shrinks, the lists of all items that it shares a customer with
 * are.
 */
final class KeptLists {

    private final TableSettings settings;
    private final ItemNumbers items;
    private final ItemSums sums;
    private final List<PairRow> rows;
    private final List<TopList> lists = new ArrayList<>();

    /** Of each item the lists in which it stands. */
    private final List<NumberSet> standsIn = new ArrayList<>();

    private final Marks marks = new Marks();
    private final Marks stood = new Marks();

    KeptLists(TableSettings settings, ItemNumbers items, ItemSums sums, List<PairRow> rows) {
        this.settings = settings;
        this.items = items;
        this.sums = sums;
        this.rows = rows;
    }

    /** One more item, whose list nobody has asked for. */
    void addItem() {
        lists.add(null);
        standsIn.add(new NumberSet());
    }

    /** Where an item stands, and with which weights, before they move. */
    Standing standing(int item) {
        int[] in = standsIn.get(item).toArray();
        double[] weights = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            weights[i] = weight(in[i], item);
        }
        return new Standing(in, weights);
    }

    /** Lists in which an item stands, and its weight in each. */
    record Standing(int[] lists, double[] weights) {}

    /**
     * Moves an item in the lists of others, and makes its own anew.
     *
     * @param before where it stood
     * @param others items whose pair with it moved
     * @param hasGrown whether its sum of squares is no less than before
     */
    void move(int item, Standing before, int[] others, boolean hasGrown) {
        marks.clear();
        for (int i = 0; i < before.lists().length; i++) {
            moveIn(before.lists()[i], item, before.weights()[i]);
        }
        for (int other : others) {
            offerTo(other, item);
        }
        if (!hasGrown) {
            PairRow row = rows.get(item);
            for (int at = row.next(0); at >= 0; at = row.next(PairRow.after(at))) {
                offerTo(row.idAt(at), item);
            }
        }
        if (kept(item) != null) {
            fill(item, kept(item));
        }
    }

    /** The list of an item as of now. */
    ItemNeighbours of(int item) {
        TopList list = lists.get(item);
        if (list == null || !settings.isLocal()) {
            list = list == null ? new TopList(items, settings.neighbours()) : list;
            fill(item, list);
            lists.set(item, list);
        }
        String[] names = new String[list.count()];
        double[] weights = new double[names.length];
        for (int rank = 0; rank < names.length; rank++) {
            names[rank] = items.name(list.id(rank));
            weights[rank] = list.weight(rank);
        }
        return new ItemNeighbours(items.name(item), List.of(names), weights);
    }

    private void moveIn(int number, int item, double before) {
        marks.mark(number);
        TopList list = lists.get(number);
        if (!list.move(item, before, weight(number, item))) {
            standsIn.get(item).remove(number);
            if (list.isShort()) {
                fill(number, list);
            }
        }
    }

    /** Offers an item to the list of another, once. */
    private void offerTo(int number, int item) {
        TopList list = kept(number);
        if (list == null || marks.isMarked(number)) {
            return;
        }
        marks.mark(number);
        int outside = list.offer(item, weight(number, item));
        if (outside != item) {
            standsIn.get(item).add(number);
            if (outside != TopList.NOBODY) {
                standsIn.get(outside).remove(number);
            }
        }
    }

    private void fill(int number, TopList list) {
        int[] before = list.held();
        list.clear();
        PairRow row = rows.get(number);
        for (int at = row.next(0); at >= 0; at = row.next(PairRow.after(at))) {
            list.offer(row.idAt(at), weight(number, row.idAt(at), row, at));
        }
        if (settings.isLocal()) {
            standOnlyIn(number, before, list.held());
        }
    }

    private void standOnlyIn(int number, int[] before, int[] after) {
        stood.clear();
        for (int item : before) {
            stood.mark(item);
        }
        for (int item : after) {
            if (stood.isMarked(item)) {
                stood.unmark(item);
            } else {
                standsIn.get(item).add(number);
            }
        }
        for (int item : before) {
            if (stood.isMarked(item)) {
                standsIn.get(item).remove(number);
            }
        }
    }

    /** A list that is kept up as its entries move. */
    private TopList kept(int item) {
        return settings.isLocal() ? lists.get(item) : null;
    }

    /** The weight of an item in the list of another; pairs stand in both rows, its own is near. */
    private double weight(int list, int item) {
        PairRow row = rows.get(item);
        int at = row.find(list);
        return at < 0 ? 0 : weight(list, item, row, at);
    }

    private double weight(int own, int other, PairRow row, int at) {
        return settings.weighting()
                .weight(
                        sums.pair(own, other, row.commonAt(at), row.dotAt(at)),
                        settings.shrinkage());
    }
}
