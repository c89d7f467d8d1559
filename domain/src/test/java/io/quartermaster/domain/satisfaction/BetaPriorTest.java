package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BetaPriorTest {

    @Test
    void findsThePriorThatCountsWereDrawnFrom() {
        Random random = new Random(9);
        double[] events = new double[5_000];
        double[] trials = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            double rate = beta(random, 2, 18);
            trials[i] = 5 + random.nextInt(40);
            for (int n = 0; n < trials[i]; n++) {
                events[i] += random.nextDouble() < rate ? 1 : 0;
            }
        }

        BetaPrior prior = BetaPrior.of(events, trials);

        assertThat(prior.mean()).isCloseTo(0.1, within(0.005));
        assertThat(prior.strength()).isCloseTo(20, within(2.0));
    }

    @Test
    void followsKleinmansMoments() {
        // m = 0.3, S = 10 (0.01 + 0.01 + 0.16) = 1.8, rho = (1.8 / 0.21 - 2) / (30 - 10 - 2).
        BetaPrior prior = BetaPrior.of(new double[] {2, 0, 7}, new double[] {10, 10, 10});

        double rho = ((0.01 + 0.09 + 0.16) * 10 / 0.21 - 2) / 18;
        assertThat(prior.mean()).isCloseTo(0.3, within(1e-12));
        assertThat(prior.strength()).isCloseTo(1 / rho - 1, within(1e-12));
        assertThat(prior.rate(1, 1)).isLessThan(1).isGreaterThan(0.3);
        assertThat(prior.rate(0, 0)).isCloseTo(0.3, within(1e-12));
        assertThat(prior.rate(9e8, 1e9)).isCloseTo(0.9, within(1e-6));
    }

    @Test
    void believesTheCategoryAloneWhereNobodyDiffers() {
        BetaPrior prior = BetaPrior.of(new double[] {2, 2, 2}, new double[] {10, 10, 10});

        assertThat(prior.strength()).isEqualTo(30);
    }

    @Test
    void saysLittleWhereThereIsLittleToLearnFrom() {
        assertThat(BetaPrior.of(new double[] {3}, new double[] {9}))
                .isEqualTo(new BetaPrior(0.35, 1));
        assertThat(BetaPrior.of(new double[] {0, 0}, new double[] {9, 10}))
                .isEqualTo(new BetaPrior(0.025, 1));
        assertThat(BetaPrior.of(new double[0], new double[0])).isEqualTo(new BetaPrior(0.5, 1));
        assertThat(BetaPrior.NONE.rate(1, 4)).isEqualTo(0.25);
        assertThat(BetaPrior.NONE.rate(0, 0)).isNaN();
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatThrownBy(() -> new BetaPrior(1.5, 2))
                .hasMessageStartingWith("The prior of mean (1.5) and strength (2.0) must be");
    }

    /** The first of a + b - 1 uniform order statistics of rank a. */
    private static double beta(Random random, int a, int b) {
        return random.doubles(a + b - 1).sorted().skip(a - 1).findFirst().orElseThrow();
    }
}
