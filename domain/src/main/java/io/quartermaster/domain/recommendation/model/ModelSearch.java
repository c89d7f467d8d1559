package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.model.NeighbourModel.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the methods by name. Settings are chosen on a part held out of the training histories, then
 * models learn from all of them; what one method needs and another has is not learnt twice.
 */
public final class ModelSearch {

    private static final int TRIED_USERS = 5000;
    private static final int BLENDED_USERS = 8000;
    private static final long TRIED_EVENTS = 150_000;
    private static final double HELD_SHARE = 0.15;

    private final Histories all;
    private final Liking liking;
    private final Histories liked;
    private final SearchSettings settings;
    private final ModelFamilies families;
    private final Map<String, Tuned> tuned = new LinkedHashMap<>();
    private final Map<String, ItemScorer> fitted = new LinkedHashMap<>();
    private HeldOut heldOut;

    /** Prepares for histories. */
    public ModelSearch(Histories all, SearchSettings settings) {
        this.all = all;
        this.liking = Liking.of(all);
        this.liked = liking.liked(all);
        this.settings = settings;
        this.families = new ModelFamilies(liked, settings);
        if (!liking.isAny()) {
            say("Ratings below %s speak for no item".formatted(liking.least()));
        }
    }

    /**
     * Learns a method from all histories; only item-cf and user-cf weigh events by their values.
     */
    public ItemScorer fit(ModelKind kind) {
        return switch (kind) {
            case POPULAR -> liking.by(new PopularityModel(0).fit(liked));
            case ITEM_CF -> new ItemCosine(settings.neighbours(), settings.similarity()).fit(all);
            case USER_CF -> NeighbourModel.cosine(Reading.USERS, settings.neighbours()).fit(all);
            case EASE -> liking.by(fitted(tuned(families.ease())));
            case IALS -> liking.by(fitted(tuned(families.ials())));
            case SEQUENCE -> liking.by(fitted(tuned(families.sequence())));
            case CONTENT -> liking.by(fitted(tuned(families.content())));
            case AUTO -> liking.by(blend());
        };
    }

    private ItemScorer blend() {
        List<Tuned> members = new ArrayList<>();
        for (ModelFamily family : families.blended()) {
            Tuned member = tuned(family);
            if (member.ndcg() > 0) {
                members.add(member);
            }
        }
        if (members.isEmpty()) {
            return new PopularityModel(0).fit(liked);
        }
        Trial trial = trial(BLENDED_USERS, 4 * TRIED_EVENTS);
        BlendSearch chooser = BlendSearch.of(trial, members.stream().map(Tuned::scorer).toList());
        double[] weights = chooser.choose(members.size());
        say(
                String.format(
                        Locale.ROOT,
                        "Blended on %,d users: NDCG@%d %.4f",
                        trial.users().length,
                        settings.k(),
                        chooser.ndcg(weights)));
        List<ItemScorer> scorers = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (int m = 0; m < weights.length; m++) {
            if (weights[m] > 0) {
                Tuned member = members.get(m);
                say(
                        String.format(
                                Locale.ROOT,
                                "  %.2f of %s %s",
                                weights[m],
                                member.name(),
                                member.model()));
                scorers.add(fitted(member));
                factors.add(weights[m] / chooser.scales()[m]);
            }
        }
        return new BlendScorer(
                scorers, factors.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void say(String line) {
        settings.say().accept(line);
    }

    private Tuned tuned(ModelFamily family) {
        return tuned.computeIfAbsent(
                family.name(),
                name -> {
                    String note = family.note(liked.items());
                    if (!note.isEmpty()) {
                        say(note);
                    }
                    Tuned best = family.tune(trial(TRIED_USERS, TRIED_EVENTS));
                    say(
                            String.format(
                                    Locale.ROOT,
                                    "%s: NDCG@%d %.4f",
                                    name,
                                    settings.k(),
                                    best.ndcg()));
                    return best;
                });
    }

    private ItemScorer fitted(Tuned member) {
        return fitted.computeIfAbsent(member.name(), name -> member.model().fit(liked));
    }

    private Trial trial(int users, long events) {
        if (heldOut == null) {
            heldOut = settings.heldOut() == null ? held() : liking.liked(settings.heldOut());
        }
        return Trial.of(heldOut, users, events, settings.k(), settings.excludeSeen());
    }

    private HeldOut held() {
        return switch (settings.holding()) {
            case LAST -> HeldOut.lastOfEach(liked);
            case TEMPORAL -> HeldOut.from(liked, HeldOut.timeOfLast(liked, HELD_SHARE));
            case DRAWN -> HeldOut.drawn(liked, HELD_SHARE, settings.seed());
        };
    }
}
