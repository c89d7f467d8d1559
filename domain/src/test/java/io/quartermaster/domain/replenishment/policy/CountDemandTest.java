package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountDemandTest {

    @Test
    void poissonHasItsProbabilitiesAndMoments() {
        CountDemand demand = Counts.poisson(3);
        double probability = Math.exp(-3);
        for (int k = 0; k < 25; k++) {
            assertThat(demand.probability(k)).isCloseTo(probability, within(1e-14));
            probability *= 3.0 / (k + 1);
        }
        assertThat(demand.mean()).isCloseTo(3, within(1e-12));
        assertThat(demand.deviation()).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(Counts.poisson(1e6).deviation()).isCloseTo(1000, within(1e-6));
    }

    /** r = 2, chance of success 0.25: P(0) = 1/16, P(1) = 2 * 3/4 / 16, P(2) = 3 * 9/16 / 16. */
    @Test
    void negativeBinomialHasItsProbabilitiesAndMoments() {
        CountDemand demand = Counts.negativeBinomial(6, Math.sqrt(24));
        assertThat(demand.probability(0)).isCloseTo(0.0625, within(1e-12));
        assertThat(demand.probability(1)).isCloseTo(0.09375, within(1e-12));
        assertThat(demand.probability(2)).isCloseTo(0.10546875, within(1e-12));
        assertThat(demand.mean()).isCloseTo(6, within(1e-9));
        assertThat(demand.deviation()).isCloseTo(Math.sqrt(24), within(1e-9));
    }

    @Test
    void sumsOfPoissonArePoisson() {
        CountDemand sum = Counts.poisson(1.7).over(5);
        CountDemand direct = Counts.poisson(8.5);
        for (int k = 0; k < 60; k++) {
            assertThat(sum.probability(k)).isCloseTo(direct.probability(k), within(1e-13));
        }
        assertThat(sum.over(0).mean()).isZero();
    }

    /** E[N] Var(D) + E[D]^2 Var(N), as Hadley and Whitin have it. */
    @Test
    void demandOfARandomLeadTimeHasTheMixturesMoments() {
        CountDemand leadTime = CountDemand.of(0, 0, 0.5, 0.2, 0, 0.3);
        CountDemand demand = Counts.negativeBinomial(4, 3).overRandom(leadTime);
        assertThat(demand.mean()).isCloseTo(4 * leadTime.mean(), within(1e-9));
        double variance = leadTime.mean() * 9 + 16 * leadTime.deviation() * leadTime.deviation();
        assertThat(demand.deviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
        NormalDemand normal =
                new NormalDemand(4, 3).overRandom(leadTime.mean(), leadTime.deviation());
        assertThat(normal.deviation()).isCloseTo(demand.deviation(), within(1e-9));
    }

    @Test
    void expectsAboveAndBelowWhatItsProbabilitiesSay() {
        CountDemand demand = CountDemand.of(0, 0.25, 0, 0.5, 0.25);
        for (double units : new double[] {-1, 0, 1, 1.5, 2.25, 3, 3.9, 4, 9}) {
            double above = 0;
            double atMost = 0;
            for (int d = 0; d <= 4; d++) {
                above += demand.probability(d) * Math.max(0, d - units);
                atMost += d <= units ? demand.probability(d) : 0;
            }
            assertThat(demand.expectedAbove(units)).isCloseTo(above, within(1e-12));
            assertThat(demand.cumulative(units)).isCloseTo(atMost, within(1e-12));
        }
        assertThat(demand.quantile(0.25)).isEqualTo(1);
        assertThat(demand.quantile(0.2501)).isEqualTo(3);
        assertThat(demand.quantile(0.75)).isEqualTo(3);
        assertThat(demand.quantile(0.76)).isEqualTo(4);
    }

    @Test
    void roundsOtherDemandToCounts() {
        CountDemand rounded = Counts.rounded(new NormalDemand(40, 6));
        assertThat(rounded.mean()).isCloseTo(40, within(1e-6));
        assertThat(rounded.deviation()).isCloseTo(Math.sqrt(36 + 1 / 12.0), within(1e-4));
    }

    @Test
    void refusesWhatCannotBeCounted() {
        refuses(() -> CountDemand.observed(1, 2.5), "The observed demand (2.5) must be a whole");
        refuses(() -> CountDemand.observed(1e12), "(up to 1.0E12 units) is too large to count");
        refuses(CountDemand::observed, "There is no observed demand.");
        refuses(() -> CountDemand.of(0, 0), "must sum to more than 0.");
        refuses(() -> CountDemand.of(0.5, -0.1), "The probability (-0.1) must be 0 or more.");
        refuses(() -> Counts.poisson(1e12), "is too large to count unit by unit.");
        refuses(() -> Counts.poisson(0), "The mean of demand (0.0) must be above 0.");
        refuses(() -> Counts.negativeBinomial(9, 3), "must be above the root of its mean (3.0)");
    }

    private static void refuses(Runnable call, String says) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageContaining("\nMaybe ");
    }
}
