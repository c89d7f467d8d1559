package io.quartermaster.domain.brand;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a brand may expect of a bad rate, for example of its returns, before it has events of its
 * own: a beta prior from its cluster and the category of its offer (empirical Bayes; Efron and
 * Morris 1975).
 *
 * <p>The mean has the odds o(c) o(g) / o(m): m the rate of all other brands together, c that of its
 * cluster and g that of its category, both drawn towards m by the {@link BetaPrior} of all clusters
 * and all categories. So a grouping that does not matter for a rate hardly moves it, and two that
 * matter both count. The strength is that of the brands of its cluster, or of all where fewer than
 * two of these have trials.
 */
final class FirstDaysPrior {

    private static final double LEAST = 1e-9;

    private final SatisfactionIndicator indicator;
    private final List<BrandRates> others;

    private FirstDaysPrior(SatisfactionIndicator indicator, List<BrandRates> others) {
        this.indicator = indicator;
        this.others = others;
    }

    /**
     * Priors in the order of {@link SatisfactionIndicator}; null where nobody has trials.
     *
     * @param others all other brands, in an order that does not depend on chance
     */
    static BetaPrior[] of(String cluster, String category, List<BrandRates> others) {
        BetaPrior[] priors = new BetaPrior[SatisfactionIndicator.COUNT];
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            priors[indicator.index()] =
                    new FirstDaysPrior(indicator, others).prior(cluster, category);
        }
        return priors;
    }

    private BetaPrior prior(String cluster, String category) {
        List<Counts> all = sold(others);
        if (all.isEmpty()) {
            return null;
        }
        double common = prior(all).mean();
        double ofCluster = drawn(BrandRates::cluster, cluster, common);
        double ofCategory = drawn(BrandRates::category, category, common);
        double odds = odds(ofCluster) * odds(ofCategory) / odds(common);
        return new BetaPrior(odds / (1 + odds), strength(cluster));
    }

    /** Rate of a group, drawn towards that of all groups. */
    private double drawn(Function<BrandRates, String> grouping, String group, double common) {
        Map<String, Counts> groups = new TreeMap<>();
        for (BrandRates other : others) {
            groups.computeIfAbsent(grouping.apply(other), none -> new Counts()).add(other);
        }
        Counts own = groups.get(group);
        if (group.isEmpty() || own == null || own.trials <= 0) {
            return common;
        }
        double strength = prior(groups.values()).strength();
        return new BetaPrior(common, strength).rate(own.events, own.trials);
    }

    private double strength(String cluster) {
        List<Counts> alike =
                sold(others.stream().filter(other -> other.cluster().equals(cluster)).toList());
        return prior(alike.size() < 2 ? sold(others) : alike).strength();
    }

    /** Counts of each of these brands that has trials. */
    private List<Counts> sold(List<BrandRates> brands) {
        List<Counts> sold = new ArrayList<>();
        for (BrandRates brand : brands) {
            Counts counts = new Counts();
            counts.add(brand);
            if (counts.trials > 0) {
                sold.add(counts);
            }
        }
        return sold;
    }

    private static BetaPrior prior(Collection<Counts> groups) {
        return BetaPrior.of(
                groups.stream().mapToDouble(one -> one.events).toArray(),
                groups.stream().mapToDouble(one -> one.trials).toArray());
    }

    private static double odds(double rate) {
        double inside = Math.min(1 - LEAST, Math.max(LEAST, rate));
        return inside / (1 - inside);
    }

    /** Bad events among trials of some brands. */
    private final class Counts {

        private double events;
        private double trials;

        private void add(BrandRates brand) {
            events += indicator.events(brand.sums());
            trials += Math.max(0, indicator.trials(brand.sums()));
        }
    }
}
