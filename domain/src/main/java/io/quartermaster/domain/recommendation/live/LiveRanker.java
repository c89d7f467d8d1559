package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Carrier;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.Scoring;
import io.quartermaster.domain.recommendation.live.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Null where the blend orders. */
    private final ModelOrder order;

    /** Lists in the order of the blend. */
    public LiveRanker(RankingSettings settings, KnownItems known) {
        this(settings, known, null);
    }

    private LiveRanker(RankingSettings settings, KnownItems known, ModelOrder order) {
        this.settings = settings;
        this.known = known;
        this.candidates = new Candidates(settings, known);
        this.order = order;
    }

    /**
     * Lists in the order of the chances that a trained ranker gives to the blend's candidates.
     *
     * @param ranker takes features of {@link RankerFeature} and gives chances; stays the caller's
     * @param horizonDays over which demand is forecast
     */
    public static LiveRanker by(
            Ranker ranker, int horizonDays, RankingSettings settings, KnownItems known) {
        return new LiveRanker(settings, known, new ModelOrder(ranker, horizonDays));
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
        List<Candidate> best = candidates.best(excluded);
        if (order != null) {
            best = order.of(best, candidates, new CandidateFeatures(known, own));
        }
        List<Proposal> list = proposals(chosen(best));
        list.sort(BEST_FIRST);
        if (settings.explored() > 0) {
            explore(customer, own, excluded, list);
            list.sort(BEST_FIRST);
        }
        return list;
    }

    /** Brands on trial first; what is left of the share goes to what is new and alike. */
    private void explore(
            String customer, List<OwnItem> own, Predicate<String> excluded, List<Proposal> list) {
        Exploration exploration = new Exploration(known, candidates, own);
        Predicate<String> leftOut =
                item ->
                        candidates.isLeftOut(item, excluded)
                                || list.stream().anyMatch(one -> one.item().equals(item));
        int tried = count(list, one -> isOnTrial(one.item()));
        tried +=
                add(
                        exploration,
                        exploration.onTrial(customer, settings.explored() - tried, leftOut),
                        list);
        tried +=
                count(
                        list,
                        one -> one.method() == ProposalMethod.CONTENT && !isOnTrial(one.item()));
        add(exploration, exploration.alike(customer, settings.explored() - tried, leftOut), list);
    }

    private static int count(List<Proposal> list, Predicate<Proposal> which) {
        return (int) list.stream().filter(which).count();
    }

    /** How many were added. */
    private int add(Exploration exploration, List<String> items, List<Proposal> list) {
        int added = 0;
        for (String item : items) {
            dropLastIfFull(list);
            double ceiling = list.isEmpty() ? 1 : list.get(list.size() - 1).scoring().score();
            Scoring scoring = explored(item, ceiling * exploration.value(item));
            if (scoring.millionths() > 0) {
                list.add(new Proposal(item, ProposalMethod.EXPLORATION, scoring));
                added++;
            }
        }
        return added;
    }

    /**
     * What it is like counts as anywhere, unless scores are chances; the share adds what is missing
     * to its value.
     */
    private Scoring explored(String item, double value) {
        Scoring.Builder scoring = new Scoring.Builder();
        Candidate candidate = candidates.of(item);
        if (candidate.hasContent() && known.weights().content() > 0 && order == null) {
            scoring.content(candidates.contentCarriers(List.of(candidate)).get(0));
        }
        String brand = known.listing(item).brand();
        return scoring.exploration(brand, isOnTrial(item), known.brandScore(brand), value)
                .stock(known.outlook(item), candidates.stockFactor(item))
                .build();
    }

    /** The last that is neither of a brand on trial nor explored makes room. */
    private void dropLastIfFull(List<Proposal> list) {
        int last = list.size() - 1;
        while (list.size() >= settings.k() && last > 0 && isTried(list.get(last))) {
            last--;
        }
        if (list.size() >= settings.k()) {
            list.remove(last);
        }
    }

    private boolean isTried(Proposal one) {
        return one.method() == ProposalMethod.EXPLORATION || isOnTrial(one.item());
    }

    private boolean isOnTrial(String item) {
        return known.trials().contains(known.listing(item).brand());
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
            double popularity = candidates.popularity(candidate.number());
            if (popularity > 0) {
                scoring.popularity(known.buyers(item), known.customers(), popularity);
            }
            scoring.stock(known.outlook(item), candidates.stockFactor(item));
            if (order != null) {
                scoring.ranker(candidate.chance());
            }
            if (scoring.millionths() > 0) {
                list.add(new Proposal(item, method(candidate), scoring.build()));
            }
        }
        return list;
    }

    private ProposalMethod method(Candidate candidate) {
        if (candidate.hasNeighbours() && known.weights().neighbours() > 0) {
            return ProposalMethod.ITEM_CF;
        }
        return candidate.hasContent() && known.weights().content() > 0
                ? ProposalMethod.CONTENT
                : ProposalMethod.POPULAR;
    }
}
