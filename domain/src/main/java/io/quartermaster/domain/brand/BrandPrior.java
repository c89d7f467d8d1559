package io.quartermaster.domain.brand;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.util.List;

/**
 * What a brand may expect of returns and satisfaction: a prior from other brands of its cluster and
 * of the category of its offer ({@link FirstDaysPrior}), and how it shrinks to what the brand has
 * shown itself. A rate is (x + m s) / (n + s) with x bad events in n trials of its own, of which
 * the share n / (n + s) is its own.
 *
 * @param brand name of the brand
 * @param eventDay last day known; it holds from the day after
 * @param cluster name of its cluster
 * @param category of its offer, else in which it has most order lines
 * @param others brands of its cluster that have sold
 * @param returnsPrior returned units of ordered ones, before its own, 0 to 1; NaN if nobody sold
 * @param returnsStrength ordered units that the prior is worth
 * @param returnsExpected the same with its own, 0 to 1
 * @param returnsEvidence share of it that is its own, 0 to 1
 * @param satisfactionPrior S before its own, 0 to 1; NaN if nobody sold
 * @param satisfactionExpected S with its own, 0 to 1
 * @param satisfactionEvidence share of it that is its own, weighed like S, 0 to 1
 */
public record BrandPrior(
        String brand,
        LocalDate eventDay,
        String cluster,
        String category,
        int others,
        double returnsPrior,
        double returnsStrength,
        double returnsExpected,
        double returnsEvidence,
        double satisfactionPrior,
        double satisfactionExpected,
        double satisfactionEvidence) {

    /**
     * As of the end of a day.
     *
     * @param market every brand, it too, in an order that does not depend on chance
     */
    public static BrandPrior of(
            LocalDate day, BrandRates brand, List<BrandRates> market, SatisfactionRules rules) {
        List<BrandRates> others =
                market.stream()
                        .filter(other -> !other.brand().equals(brand.brand()))
                        .map(other -> other.on(day, rules.halfLife()))
                        .toList();
        double[] own = brand.on(day, rules.halfLife()).sums();
        BetaPrior[] priors = FirstDaysPrior.of(brand.cluster(), brand.category(), others);
        int returns = SatisfactionIndicator.RETURNS.index();
        BetaPrior ofReturns = priors[returns];
        Expected prior = Expected.of(priors, new double[own.length], rules);
        Expected shrunk = Expected.of(priors, own, rules);
        return new BrandPrior(
                brand.brand(),
                day,
                brand.cluster(),
                brand.category(),
                soldInCluster(brand, others),
                ofReturns == null ? Double.NaN : ofReturns.mean(),
                ofReturns == null ? 0 : ofReturns.strength(),
                shrunk.rates[returns],
                shrunk.evidence[returns],
                prior.satisfaction,
                shrunk.satisfaction,
                shrunk.share);
    }

    private static int soldInCluster(BrandRates brand, List<BrandRates> others) {
        return (int)
                others.stream()
                        .filter(other -> other.cluster().equals(brand.cluster()))
                        .filter(other -> SatisfactionIndicator.RETURNS.trials(other.sums()) > 0)
                        .count();
    }

    /** Rates and S = sum of w_i max(0, 1 - p_i / worst_i) over what somebody has shown. */
    private static final class Expected {

        private final double[] rates = new double[SatisfactionIndicator.COUNT];
        private final double[] evidence = new double[SatisfactionIndicator.COUNT];
        private double satisfaction;
        private double share;

        private static Expected of(BetaPrior[] priors, double[] sums, SatisfactionRules rules) {
            Expected expected = new Expected();
            double known = 0;
            for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
                int i = indicator.index();
                expected.learn(indicator, priors[i], sums);
                if (priors[i] != null && !rules.untold().contains(indicator)) {
                    double weight = rules.weights()[i];
                    double good = Measured.limited(1 - expected.rates[i] / rules.worst()[i]);
                    known += weight;
                    expected.satisfaction += weight * good;
                    expected.share += weight * expected.evidence[i];
                }
            }
            expected.satisfaction /= known;
            expected.share = known == 0 ? 0 : expected.share / known;
            return expected;
        }

        private void learn(SatisfactionIndicator indicator, BetaPrior prior, double[] sums) {
            double trials = Math.max(0, indicator.trials(sums));
            BetaPrior from = prior == null ? BetaPrior.NONE : prior;
            rates[indicator.index()] = from.rate(indicator.events(sums), trials);
            evidence[indicator.index()] = trials == 0 ? 0 : trials / (trials + from.strength());
        }
    }
}
