package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.BlendWeights;
import io.quartermaster.domain.recommendation.live.KnownItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * News of items in the order of their time, told when time has come. Timers of a task fire in the
 * order of time whatever their key, so one board serves all keys of a task. News of one time are
 * about different subjects, or come from one task in its order.
 */
final class NewsBoard {

    private static final double MILLIS_OF_DAY = 86_400_000;

    private final KnownItems known;
    private final TreeMap<Long, List<ItemNews>> ahead = new TreeMap<>();
    private boolean isTakenUp;

    NewsBoard(BlendWeights prior) {
        known = new KnownItems(prior);
    }

    /** What has been told. */
    KnownItems known() {
        return known;
    }

    /** Takes up what a task before this one was told, once. */
    void takeUp(Iterable<Map.Entry<String, ToldNews>> told) {
        if (!isTakenUp) {
            isTakenUp = true;
            for (Map.Entry<String, ToldNews> entry : told) {
                for (ItemNews news : entry.getValue().news()) {
                    add(news);
                }
            }
        }
    }

    void add(ItemNews news) {
        ahead.computeIfAbsent(news.time(), none -> new ArrayList<>()).add(news);
    }

    /** Tells everything up to a time. */
    void tellUntil(long time) {
        while (!ahead.isEmpty() && ahead.firstKey() <= time) {
            ahead.pollFirstEntry().getValue().forEach(news -> news.tell(known));
        }
        known.figures().putDay(time / MILLIS_OF_DAY);
    }
}
