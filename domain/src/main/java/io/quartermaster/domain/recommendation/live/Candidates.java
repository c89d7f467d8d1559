package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Carrier;
import io.quartermaster.domain.recommendation.StockOutlook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Items that may come into one customer's list, each with what its parts sum to. Sums go in the
 * order of the customer's own items, so that they do not depend on anything else. They lie by the
 * items' numbers and are cleared for the next customer where they were touched.
 */
final class Candidates {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.<Candidate>comparingDouble(candidate -> -candidate.score)
                    .thenComparing(candidate -> candidate.item);

    private final RankingSettings settings;
    private final KnownItems known;
    private double[] byNeighbours = {};
    private double[] byContent = {};
    private boolean[] isTouched = {};
    private int[] touched = {};
    private int[] places = {};
    private int count;
    private double strength;
    private List<OwnItem> own = List.of();

    /**
     * One of them.
     *
     * @param chance that a trained ranker gives it, NaN where none is asked
     */
    record Candidate(
            String item,
            int number,
            double score,
            boolean hasNeighbours,
            boolean hasContent,
            double chance) {

        Candidate(
                String item, int number, double score, boolean hasNeighbours, boolean hasContent) {
            this(item, number, score, hasNeighbours, hasContent, Double.NaN);
        }

        Candidate with(double given) {
            return new Candidate(item, number, score, hasNeighbours, hasContent, given);
        }
    }

    Candidates(RankingSettings settings, KnownItems known) {
        this.settings = settings;
        this.known = known;
    }

    /** Forgets the last customer and sums for the next. */
    void gather(List<OwnItem> items) {
        clear();
        own = items;
        strength = 0;
        for (OwnItem held : own) {
            strength += held.strength();
            if (held.strength() > 0) {
                addNeighbours(known.neighbours(held.item()), held.strength());
                addContent(known.content(held.item()), held.strength());
            }
        }
        for (int number : known.popular()) {
            touch(number);
        }
    }

    /** The parts of one's score before they are weighted. */
    BlendFeatures features(Candidate one) {
        return new BlendFeatures(
                byNeighbours[one.number],
                byContent[one.number],
                known.buyers(one.number) / (known.customers() + 1.0));
    }

    /** Items for which content alone speaks. */
    List<String> byContentAlone() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (byContent[touched[i]] > 0 && byNeighbours[touched[i]] == 0) {
                items.add(known.name(touched[i]));
            }
        }
        return items;
    }

    /** One item as a candidate, whatever speaks for it. */
    Candidate of(String item) {
        int number = known.find(item);
        return number < 0 || number >= byContent.length
                ? new Candidate(item, number, 0, false, false)
                : candidate(number, score(number));
    }

    /** How like an item is to what the customer has, 0 to 1: the mean of cosines by strength. */
    double likeness(String item) {
        int number = known.find(item);
        return number < 0 || number >= byContent.length || strength <= 0
                ? 0
                : byContent[number] / strength;
    }

    /** The best that may be shown, best first. */
    List<Candidate> best(Predicate<String> excluded) {
        PriorityQueue<Candidate> kept = new PriorityQueue<>(BEST_FIRST.reversed());
        for (int i = 0; i < count; i++) {
            int number = touched[i];
            double score = score(number);
            if (score <= 0 || known.isAway(number)) {
                continue;
            }
            boolean isFull = kept.size() >= settings.candidates();
            if (isFull && score < kept.peek().score) {
                continue;
            }
            Candidate candidate = candidate(number, score);
            boolean isIn = !isFull || BEST_FIRST.compare(candidate, kept.peek()) < 0;
            if (isIn && !excluded.test(candidate.item)) {
                kept.add(candidate);
                if (kept.size() > settings.candidates()) {
                    kept.poll();
                }
            }
        }
        List<Candidate> best = new ArrayList<>(kept);
        best.sort(BEST_FIRST);
        return best;
    }

    boolean isLeftOut(String item, Predicate<String> excluded) {
        return known.isAway(item) || excluded.test(item);
    }

    /** What the customer's own items carry of each that is chosen, the largest first. */
    List<List<Carrier>> neighbourCarriers(List<Candidate> chosen) {
        return carriers(chosen, known.weights().neighbours(), known::neighbours);
    }

    /** What each that is chosen is like of the customer's own, the largest first. */
    List<List<Carrier>> contentCarriers(List<Candidate> chosen) {
        return carriers(chosen, known.weights().content(), known::content);
    }

    double popularity(int number) {
        return known.weights().popularity() * known.buyers(number) / (known.customers() + 1);
    }

    double stockFactor(String item) {
        return stockFactor(known.outlook(item));
    }

    private double stockFactor(StockOutlook outlook) {
        return outlook != null && outlook.runsOut() ? settings.runningOutFactor() : 1;
    }

    private double score(int number) {
        return stockFactor(known.outlook(number))
                * (known.weights().neighbours() * byNeighbours[number]
                        + known.weights().content() * byContent[number]
                        + popularity(number));
    }

    private Candidate candidate(int number, double score) {
        return new Candidate(
                known.name(number), number, score, byNeighbours[number] > 0, byContent[number] > 0);
    }

    private void clear() {
        for (int i = 0; i < count; i++) {
            byNeighbours[touched[i]] = 0;
            byContent[touched[i]] = 0;
            isTouched[touched[i]] = false;
        }
        count = 0;
        known.popular();
        if (touched.length < known.size()) {
            int length = 2 * known.size();
            byNeighbours = new double[length];
            byContent = new double[length];
            isTouched = new boolean[length];
            touched = new int[length];
            places = new int[length];
            Arrays.fill(places, -1);
        }
    }

    private void addNeighbours(LinkRow row, double strength) {
        for (int place = 0; place < row.size(); place++) {
            int number = row.number(place);
            touch(number);
            byNeighbours[number] += row.weight(place) * strength;
        }
    }

    private void addContent(LinkRow row, double strength) {
        for (int place = 0; place < row.size(); place++) {
            int number = row.number(place);
            if (!known.isEstablished(number)) {
                touch(number);
                byContent[number] += row.weight(place) * strength;
            }
        }
    }

    private void touch(int number) {
        if (!isTouched[number]) {
            isTouched[number] = true;
            touched[count++] = number;
        }
    }

    /** One look at every list of the customer's own, however many are chosen. */
    private List<List<Carrier>> carriers(
            List<Candidate> chosen, double factor, Function<String, LinkRow> lists) {
        List<List<Carrier>> carriers = new ArrayList<>();
        for (Candidate candidate : chosen) {
            places[candidate.number] = carriers.size();
            carriers.add(new ArrayList<>());
        }
        for (OwnItem held : own) {
            LinkRow row = lists.apply(held.item());
            for (int i = 0; i < row.size(); i++) {
                int place = places[row.number(i)];
                double amount = place < 0 ? 0 : factor * row.weight(i) * held.strength();
                if (amount > 0) {
                    carriers.get(place).add(new Carrier(held.item(), amount, held.bought()));
                }
            }
        }
        for (Candidate candidate : chosen) {
            places[candidate.number] = -1;
        }
        carriers.forEach(list -> list.sort(Carrier.LARGEST_FIRST));
        return carriers;
    }
}
