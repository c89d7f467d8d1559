package io.quartermaster.benchmarks;

import io.quartermaster.domain.demand.BaseLevel;
import io.quartermaster.domain.demand.DemandEffects;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would have been wanted on the days on which the platform showed items, as effects learnt by
 * category tell it, against what truly would; on marketplaces of three seeds, in the second half of
 * their days, where showing multiplies demand by (1 + shown)^0.15.
 */
final class ShownDemand implements Figure {

    private static final long[] SEEDS = {31415926, 27182818, 14142135};
    private static final double EFFECT = 0.15;
    private static final double BIAS_ASKED = 0.1;
    private static final int LEARNING_DAYS = 210;

    /** Sums over the days that are judged. */
    private static final class Sums {
        private double truth;
        private double organic;
        private double wanted;
    }

    @Override
    public String name() {
        return "shown-demand";
    }

    @Override
    public String asked() {
        return "on each of three seeds, demand without what showing items added within 10 % of the truth";
    }

    @Override
    public String command() {
        return "benchmarks/run shown-demand";
    }

    @Override
    public Reached measure(Workshop workshop) {
        List<String> reached = new ArrayList<>();
        List<String> with = new ArrayList<>();
        boolean isMet = true;
        for (long seed : SEEDS) {
            Sums sums = sums(MarketplaceOptions.defaults().withSeed(seed).withDirt(0));
            double bias = sums.organic / sums.truth - 1;
            reached.add(percent(bias));
            with.add(percent(sums.wanted / sums.truth - 1));
            isMet &= Math.abs(bias) <= BIAS_ASKED;
        }
        return Reached.of(
                "bias " + String.join(", ", reached),
                "of all that was wanted " + String.join(", ", with),
                isMet);
    }

    private static Sums sums(MarketplaceOptions options) {
        GeneratedDemand market = GeneratedDemand.of(options.withShownEffect(EFFECT));
        SortedMap<LocalDate, List<DemandWindow>> days = new TreeMap<>();
        for (List<DemandWindow> series : market.series()) {
            for (DemandWindow window : UnconstrainedDemand.filledIn(series)) {
                days.computeIfAbsent(window.day(), none -> new ArrayList<>()).add(window);
            }
        }
        Map<String, DemandEffects> effects = new HashMap<>();
        Map<String, BaseLevel> levels = new HashMap<>();
        Sums sums = new Sums();
        days.forEach(
                (day, windows) -> {
                    for (DemandWindow window : windows) {
                        String category = market.item(window).category();
                        String key = window.item() + "|" + window.place();
                        DemandEffects known = effects.getOrDefault(category, DemandEffects.prior());
                        if (day.isAfter(options.firstDay().plusDays(LEARNING_DAYS))) {
                            judge(window, known, market, sums);
                        }
                        BaseLevel level = levels.getOrDefault(key, BaseLevel.NOTHING);
                        DemandEffects learnt = level.teach(known, window);
                        effects.put(category, learnt);
                        levels.put(key, level.with(learnt, window));
                    }
                });
        return sums;
    }

    private static void judge(
            DemandWindow window, DemandEffects effects, GeneratedDemand market, Sums sums) {
        if (window.shown() > 0 && market.isKnown(window)) {
            sums.truth += market.organicTruth(window);
            sums.organic += window.wantedUnits() / effects.shownFactor(window.shown());
            sums.wanted += window.wantedUnits();
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
