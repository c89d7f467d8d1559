package io.quartermaster.domain.recommendation.live;

import java.util.ArrayList;
import java.util.List;

/**
 * Items alike by content, by number. A pair is told by either of its items and holds for both: its
 * weight is the larger one told. So it depends on the latest lists alone, not on their order.
 */
final class ContentPairs {

    private final List<LinkRow> told = new ArrayList<>();
    private final List<LinkRow> both = new ArrayList<>();

    /** What one item tells, in place of what it told before. */
    void put(int item, LinkRow list) {
        LinkRow before = row(told, item);
        row(both, item);
        told.set(item, list);
        refresh(item, before);
        refresh(item, list);
    }

    /** What an item is like. */
    LinkRow of(int item) {
        return item < both.size() ? both.get(item) : LinkRow.EMPTY;
    }

    private void refresh(int item, LinkRow others) {
        for (int place = 0; place < others.size(); place++) {
            int other = others.number(place);
            double weight =
                    Math.max(row(told, item).weightOf(other), row(told, other).weightOf(item));
            row(both, item).set(other, weight);
            row(both, other).set(item, weight);
        }
    }

    private static LinkRow row(List<LinkRow> rows, int item) {
        while (rows.size() <= item) {
            rows.add(new LinkRow());
        }
        return rows.get(item);
    }
}
