package io.quartermaster.pipelines.recommendation;

import java.util.Arrays;

/**
 * All that was told of one subject and may still be asked for.
 *
 * @param news in the order of their times
 */
public record ToldNews(ItemNews[] news) {

    /** Nothing. */
    static final ToldNews NONE = new ToldNews(new ItemNews[0]);

    /** With one more; what a later one known by the watermark replaces is left out. */
    ToldNews with(ItemNews added, long watermark) {
        int at = news.length;
        while (at > 0 && news[at - 1].time() > added.time()) {
            at--;
        }
        ItemNews[] all = Arrays.copyOf(news, news.length + 1);
        System.arraycopy(news, at, all, at + 1, news.length - at);
        all[at] = added;
        int first = 0;
        while (first + 1 < all.length && all[first + 1].time() <= watermark) {
            first++;
        }
        return new ToldNews(first == 0 ? all : Arrays.copyOfRange(all, first, all.length));
    }
}
