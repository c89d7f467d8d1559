package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.recommendation.live.BlendWeights;
import io.quartermaster.domain.recommendation.live.KnownItems;
import java.time.LocalDate;
import java.util.List;

/**
 * Something new that whoever recommends has to know, told to all of them. The newest word of a kind
 * on a subject stands.
 *
 * @param kind what it tells
 * @param time milliseconds since the epoch, from when on it is known
 * @param subject the item or brand that it is about, or empty
 * @param names neighbours; brand and category; a brand's stage
 * @param values weights of neighbours; price and day of launch; units on hand and expected;
 *     purchases and repeats; weights of parts
 * @param amount buyers, customers, a brand's score or satisfaction; 1 for yes
 */
public record ItemNews(
        Kind kind, long time, String subject, String[] names, double[] values, double amount) {

    private static final String[] NO_NAMES = {};
    private static final double[] NO_VALUES = {};

    /** What news tell. */
    public enum Kind {
        NEIGHBOURS,
        CONTENT,
        CUSTOMERS,
        LISTED,
        OUTLOOK,
        TRIAL,
        BRAND_SCORE,
        BLEND,
        SOLD,
        DEMAND,
        SATISFACTION,
        REPEATS
    }

    static ItemNews neighbours(ItemNeighbours list, int buyers, long time) {
        return new ItemNews(
                Kind.NEIGHBOURS,
                time,
                list.item(),
                list.neighbours().toArray(String[]::new),
                list.weights(),
                buyers);
    }

    static ItemNews content(ItemNeighbours list, long time) {
        return new ItemNews(
                Kind.CONTENT,
                time,
                list.item(),
                list.neighbours().toArray(String[]::new),
                list.weights(),
                0);
    }

    static ItemNews customers(long count, long time) {
        return new ItemNews(Kind.CUSTOMERS, time, "", NO_NAMES, NO_VALUES, count);
    }

    static ItemNews listed(CatalogueItem item) {
        LocalDate launch = item.launchedOn();
        double launchDay = launch == null ? Double.NaN : launch.toEpochDay();
        return new ItemNews(
                Kind.LISTED,
                item.time().toEpochMilli(),
                item.item(),
                new String[] {item.brand(), item.category()},
                new double[] {item.listPrice().doubleValue(), launchDay},
                0);
    }

    /** Whether an item is sold from a time on: before its launch it is not. */
    static ItemNews sold(String item, boolean isSold, long time) {
        return new ItemNews(Kind.SOLD, time, item, NO_NAMES, NO_VALUES, isSold ? 1 : 0);
    }

    static ItemNews outlook(String item, double onHand, double expected, long time) {
        return new ItemNews(Kind.OUTLOOK, time, item, NO_NAMES, new double[] {onHand, expected}, 0);
    }

    static ItemNews demand(String item, double onHand, double expected, double later, long time) {
        return new ItemNews(
                Kind.DEMAND, time, item, NO_NAMES, new double[] {onHand, expected, later}, 0);
    }

    static ItemNews satisfaction(String brand, double score, long time) {
        return new ItemNews(Kind.SATISFACTION, time, brand, NO_NAMES, NO_VALUES, score);
    }

    static ItemNews repeats(String item, long purchases, long repeats, long time) {
        return new ItemNews(
                Kind.REPEATS, time, item, NO_NAMES, new double[] {purchases, repeats}, 0);
    }

    static ItemNews trial(String brand, boolean onTrial, long time) {
        return new ItemNews(Kind.TRIAL, time, brand, NO_NAMES, NO_VALUES, onTrial ? 1 : 0);
    }

    static ItemNews brandScore(String brand, double score, long time) {
        return new ItemNews(Kind.BRAND_SCORE, time, brand, NO_NAMES, NO_VALUES, score);
    }

    static ItemNews blend(BlendWeights weights, long time) {
        return new ItemNews(
                Kind.BLEND,
                time,
                "",
                NO_NAMES,
                new double[] {weights.neighbours(), weights.content(), weights.popularity()},
                0);
    }

    /** What it is about; of two with one such name the newer stands. */
    String about() {
        return kind + "|" + subject;
    }

    /** Tells it. */
    void tell(KnownItems known) {
        switch (kind) {
            case NEIGHBOURS ->
                    known.putNeighbours(
                            new ItemNeighbours(subject, List.of(names), values), (int) amount);
            case CONTENT -> known.putContent(new ItemNeighbours(subject, List.of(names), values));
            case CUSTOMERS -> known.putCustomers((long) amount);
            case LISTED -> {
                known.putListing(subject, names[0], names[1]);
                known.figures().putOffer(subject, values[0], values[1]);
            }
            case DEMAND -> known.figures().putDemand(subject, values[0], values[1], values[2]);
            case REPEATS -> known.repeats().put(subject, (long) values[0], (long) values[1]);
            case SATISFACTION -> known.figures().putSatisfaction(subject, amount);
            case OUTLOOK -> known.putOutlook(subject, new StockOutlook(values[0], values[1]));
            case TRIAL -> known.putTrial(subject, amount > 0);
            case BRAND_SCORE -> known.putBrandScore(subject, amount);
            case SOLD -> known.putSold(subject, amount > 0);
            case BLEND -> known.putWeights(new BlendWeights(values[0], values[1], values[2]));
        }
    }
}
