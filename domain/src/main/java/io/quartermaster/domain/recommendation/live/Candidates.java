package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Carrier;
import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Items that may come into one customer's list, each with what its parts sum to. Sums go in the
 * order of the customer's own items, so that they do not depend on anything else.
 */
final class Candidates {

    /** Buyers from which on customers speak for an item, and the catalogue no longer. */
    static final int KNOWN_BUYERS = 5;

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.<Candidate>comparingDouble(candidate -> -candidate.score)
                    .thenComparing(candidate -> candidate.item);

    private final RankingSettings settings;
    private final KnownItems known;
    private final List<OwnItem> own;
    private final Map<String, Candidate> byItem = new HashMap<>();

    /** One of them, while sums grow. */
    static final class Candidate {
        final String item;
        private double byNeighbours;
        private double byContent;
        double score;

        private Candidate(String item) {
            this.item = item;
        }

        boolean hasNeighbours() {
            return byNeighbours > 0;
        }

        boolean hasContent() {
            return byContent > 0;
        }
    }

    Candidates(RankingSettings settings, KnownItems known, List<OwnItem> own) {
        this.settings = settings;
        this.known = known;
        this.own = own;
        for (OwnItem held : own) {
            addNeighbours(held);
            addContent(held);
        }
        for (String item : known.popular()) {
            byItem.computeIfAbsent(item, Candidate::new);
        }
    }

    /** The best that may be shown, best first. */
    List<Candidate> best(Predicate<String> excluded) {
        PriorityQueue<Candidate> kept = new PriorityQueue<>(BEST_FIRST.reversed());
        for (Candidate candidate : byItem.values()) {
            candidate.score = score(candidate);
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
        return known.isSoldOut(item) || excluded.test(item);
    }

    /** What the customer's own items carry of each of some items, the largest first. */
    Map<String, List<Carrier>> neighbourCarriers(List<Candidate> chosen) {
        return carriers(chosen, known.weights().neighbours(), known::neighbours);
    }

    /** What each is like of the customer's own, the largest first. */
    Map<String, List<Carrier>> contentCarriers(List<Candidate> chosen) {
        return carriers(chosen, known.weights().content(), known::content);
    }

    double popularity(String item) {
        return known.weights().popularity() * known.buyers(item) / (known.customers() + 1);
    }

    double stockFactor(String item) {
        StockOutlook outlook = known.outlook(item);
        return outlook != null && outlook.runsOut() ? settings.runningOutFactor() : 1;
    }

    private double score(Candidate candidate) {
        return stockFactor(candidate.item)
                * (known.weights().neighbours() * candidate.byNeighbours
                        + known.weights().content() * candidate.byContent
                        + popularity(candidate.item));
    }

    private void addNeighbours(OwnItem held) {
        ItemNeighbours list = known.neighbours(held.item());
        if (list == null || held.strength() == 0) {
            return;
        }
        for (int i = 0; i < list.weights().length; i++) {
            Candidate candidate = byItem.computeIfAbsent(list.neighbours().get(i), Candidate::new);
            candidate.byNeighbours += list.weights()[i] * held.strength();
        }
    }

    private void addContent(OwnItem held) {
        ItemNeighbours list = known.content(held.item());
        if (list == null || held.strength() == 0) {
            return;
        }
        for (int i = 0; i < list.weights().length; i++) {
            String item = list.neighbours().get(i);
            if (known.buyers(item) < KNOWN_BUYERS) {
                byItem.computeIfAbsent(item, Candidate::new).byContent +=
                        list.weights()[i] * held.strength();
            }
        }
    }

    /** One look at every list of the customer's own, however many are chosen. */
    private Map<String, List<Carrier>> carriers(
            List<Candidate> chosen, double factor, Function<String, ItemNeighbours> lists) {
        Map<String, List<Carrier>> carriers = new HashMap<>();
        for (Candidate candidate : chosen) {
            carriers.put(candidate.item, new ArrayList<>());
        }
        for (OwnItem held : own) {
            ItemNeighbours list = lists.apply(held.item());
            for (int i = 0; list != null && i < list.weights().length; i++) {
                double amount = factor * list.weights()[i] * held.strength();
                List<Carrier> ofItem = carriers.get(list.neighbours().get(i));
                if (ofItem != null && amount > 0) {
                    ofItem.add(new Carrier(held.item(), amount, held.bought()));
                }
            }
        }
        carriers.values().forEach(list -> list.sort(Carrier.LARGEST_FIRST));
        return carriers;
    }
}
