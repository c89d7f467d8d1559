package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Carrier;
import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.live.KnownItems.Linked;
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

    /** Buyers from which on customers speak for an item, and the catalogue no longer. */
    static final int KNOWN_BUYERS = 5;

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
    private List<OwnItem> own = List.of();

    /** One of them. */
    record Candidate(
            String item, int number, double score, boolean hasNeighbours, boolean hasContent) {}

    Candidates(RankingSettings settings, KnownItems known) {
        this.settings = settings;
        this.known = known;
    }

    /** Forgets the last customer and sums for the next. */
    void gather(List<OwnItem> items) {
        clear();
        own = items;
        for (OwnItem held : own) {
            if (held.strength() > 0) {
                add(known.neighbours(held.item()), held.strength(), byNeighbours);
                add(known.content(held.item()), held.strength(), byContent);
            }
        }
        for (int number : known.popular()) {
            touch(number);
        }
    }

    /** The best that may be shown, best first. */
    List<Candidate> best(Predicate<String> excluded) {
        PriorityQueue<Candidate> kept = new PriorityQueue<>(BEST_FIRST.reversed());
        for (int i = 0; i < count; i++) {
            Candidate candidate = candidate(touched[i]);
            boolean isIn =
                    kept.size() < settings.candidates()
                            || BEST_FIRST.compare(candidate, kept.peek()) < 0;
            if (isIn && candidate.score > 0 && !isLeftOut(candidate.item, excluded)) {
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
        return known.isSoldOut(item) || known.isToCome(item) || excluded.test(item);
    }

    /** What the customer's own items carry of each that is chosen, the largest first. */
    List<List<Carrier>> neighbourCarriers(List<Candidate> chosen) {
        return carriers(chosen, known.weights().neighbours(), known::neighbours);
    }

    /** What each that is chosen is like of the customer's own, the largest first. */
    List<List<Carrier>> contentCarriers(List<Candidate> chosen) {
        return carriers(chosen, known.weights().content(), known::content);
    }

    double popularity(String item) {
        return known.weights().popularity() * known.buyers(item) / (known.customers() + 1);
    }

    double stockFactor(String item) {
        StockOutlook outlook = known.outlook(item);
        return outlook != null && outlook.runsOut() ? settings.runningOutFactor() : 1;
    }

    private Candidate candidate(int number) {
        String item = known.name(number);
        boolean isNew = known.buyers(item) < KNOWN_BUYERS;
        double content = isNew ? byContent[number] : 0;
        double score =
                stockFactor(item)
                        * (known.weights().neighbours() * byNeighbours[number]
                                + known.weights().content() * content
                                + popularity(item));
        return new Candidate(item, number, score, byNeighbours[number] > 0, content > 0);
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

    private void add(Linked linked, double strength, double[] sums) {
        if (linked == null) {
            return;
        }
        double[] weights = linked.list().weights();
        for (int i = 0; i < weights.length; i++) {
            int number = linked.numbers()[i];
            touch(number);
            sums[number] += weights[i] * strength;
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
            List<Candidate> chosen, double factor, Function<String, Linked> lists) {
        List<List<Carrier>> carriers = new ArrayList<>();
        for (Candidate candidate : chosen) {
            places[candidate.number] = carriers.size();
            carriers.add(new ArrayList<>());
        }
        for (OwnItem held : own) {
            Linked linked = lists.apply(held.item());
            for (int i = 0; linked != null && i < linked.numbers().length; i++) {
                int place = places[linked.numbers()[i]];
                double amount =
                        place < 0 ? 0 : factor * linked.list().weights()[i] * held.strength();
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
