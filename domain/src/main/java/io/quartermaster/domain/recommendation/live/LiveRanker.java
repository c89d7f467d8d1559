package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Carrier;
import io.quartermaster.domain.recommendation.Scoring;
import io.quartermaster.domain.recommendation.live.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a customer's list from what is known of all items.
 *
 * <p>Candidates are the neighbours of the customer's own items, what is like them by the catalogue,
 * and what most have bought; the score is {@link BlendWeights}' sum, times a factor where stock
 * will not last. What is sold out or not launched yet, and what the customer shall not see again,
 * is left out. The best are taken in order, of one brand and category no more than allowed. Then
 * items of brands on trial have their share of places ({@link Exploration}). Higher scores first,
 * ties by item.
 */
public final class LiveRanker {

    private static final Comparator<Proposal> BEST_FIRST =
            Comparator.<Proposal>comparingLong(proposal -> -proposal.scoring().millionths())
                    .thenComparing(Proposal::item);

    private final RankingSettings settings;
    private final KnownItems known;
    private final Candidates candidates;

    public LiveRanker(RankingSettings settings, KnownItems known) {
        this.settings = settings;
        this.known = known;
        this.candidates = new Candidates(settings, known);
    }

    /**
     * One customer's list.
     *
     * @param customer token, by which exploration spreads
     * @param own what the customer has to do with, the latest first
     * @param excluded what the customer shall not see again
     */
    public List<Proposal> rank(String customer, List<OwnItem> own, Predicate<String> excluded) {
        candidates.gather(own);
        List<Proposal> list = proposals(chosen(candidates.best(excluded)));
        list.sort(BEST_FIRST);
        if (settings.explored() > 0) {
            explore(customer, own, excluded, list);
            list.sort(BEST_FIRST);
        }
        return list;
    }

    private void explore(
            String customer, List<OwnItem> own, Predicate<String> excluded, List<Proposal> list) {
        Set<String> there = new HashSet<>();
        int tried = 0;
        for (Proposal proposal : list) {
            there.add(proposal.item());
            tried += isOnTrial(proposal.item()) ? 1 : 0;
        }
        Exploration exploration = new Exploration(known, own);
        List<String> items =
                exploration.best(
                        customer,
                        settings.explored() - tried,
                        item -> there.contains(item) || candidates.isLeftOut(item, excluded));
        for (String item : items) {
            dropLastIfFull(list);
            double ceiling = list.isEmpty() ? 1 : list.get(list.size() - 1).scoring().score();
            String brand = known.listing(item).brand();
            double score = known.trialScore(brand);
            Scoring scoring =
                    new Scoring.Builder()
                            .exploration(brand, score, ceiling * exploration.value(item))
                            .stock(known.outlook(item), candidates.stockFactor(item))
                            .build();
            if (scoring.millionths() > 0) {
                list.add(new Proposal(item, "exploration", scoring));
            }
        }
    }

    /** The last that is not of a brand on trial makes room. */
    private void dropLastIfFull(List<Proposal> list) {
        int last = list.size() - 1;
        while (list.size() >= settings.k() && last > 0 && isOnTrial(list.get(last).item())) {
            last--;
        }
        if (list.size() >= settings.k()) {
            list.remove(last);
        }
    }

    private boolean isOnTrial(String item) {
        return known.trialScore(known.listing(item).brand()) != null;
    }

    /** The best, as many as fit, of each brand and category no more than may be. */
    private List<Candidate> chosen(List<Candidate> best) {
        Variety variety = new Variety(settings, known);
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate candidate : best) {
            if (chosen.size() < settings.k() && variety.admits(candidate.item())) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private List<Proposal> proposals(List<Candidate> chosen) {
        List<List<Carrier>> neighbours = candidates.neighbourCarriers(chosen);
        List<List<Carrier>> content = candidates.contentCarriers(chosen);
        List<Proposal> list = new ArrayList<>();
        for (int place = 0; place < chosen.size(); place++) {
            Candidate candidate = chosen.get(place);
            String item = candidate.item();
            Scoring.Builder scoring = new Scoring.Builder();
            if (!neighbours.get(place).isEmpty()) {
                scoring.items(neighbours.get(place));
            }
            if (candidate.hasContent() && !content.get(place).isEmpty()) {
                scoring.content(content.get(place));
            }
            double popularity = candidates.popularity(item);
            if (popularity > 0) {
                scoring.popularity(known.buyers(item), known.customers(), popularity);
            }
            scoring.stock(known.outlook(item), candidates.stockFactor(item));
            if (scoring.millionths() > 0) {
                list.add(new Proposal(item, method(candidate), scoring.build()));
            }
        }
        return list;
    }

    private String method(Candidate candidate) {
        if (candidate.hasNeighbours() && known.weights().neighbours() > 0) {
            return "item_cf";
        }
        return candidate.hasContent() && known.weights().content() > 0 ? "content" : "popular";
    }
}
