package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsvendorTest {

    /** Reference: holding 2, penalty 18, mean 120, deviation 10: 132.8155 units, cost 35.0997. */
    @Test
    void ordersUpToThePublishedLevelAtThePublishedCost() {
        Newsvendor answer = Newsvendor.of(new NormalDemand(120, 10), 2, 18);
        assertThat(answer.orderUpTo()).isCloseTo(132.8155, within(5e-5));
        assertThat(answer.expectedCost()).isCloseTo(35.0997, within(5e-5));
        assertThat(2 * answer.expectedLeft() + 18 * answer.expectedShort())
                .isCloseTo(answer.expectedCost(), within(1e-12));
    }

    /** Snyder and Shen, Fundamentals of Supply Chain Theory, example 4.3: 56.6 and 1.9976. */
    @Test
    void agreesWithSnyderAndShen() {
        Newsvendor answer = Newsvendor.of(new NormalDemand(50, 8), 0.18, 0.70);
        assertThat(answer.orderUpTo()).isCloseTo(56.6040, within(5e-5));
        assertThat(answer.expectedCost()).isCloseTo(1.9976, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 18", "5, 1", "1, 1000"})
    void noWholeLevelIsCheaperForCounts(double holding, double penalty) {
        for (Demand demand :
                new Demand[] {
                    Counts.poisson(6),
                    Counts.negativeBinomial(4, 5),
                    CountDemand.observed(0, 0, 0, 7, 2, 2, 30)
                }) {
            Newsvendor answer = Newsvendor.of(demand, holding, penalty);
            for (int units = 0; units < 200; units++) {
                assertThat(Newsvendor.cost(demand, units, holding, penalty))
                        .isGreaterThanOrEqualTo(answer.expectedCost() - 1e-9);
            }
        }
    }

    @Test
    void noLevelIsCheaperForQuantiles() {
        Demand demand =
                new QuantileDemand(
                        new double[] {0, 0.1, 0.5, 0.9, 1}, new double[] {2, 4, 9, 20, 31});
        Newsvendor answer = Newsvendor.of(demand, 1, 9);
        assertThat(answer.orderUpTo()).isCloseTo(20, within(1e-9));
        for (double units = 0; units < 35; units += 0.01) {
            assertThat(Newsvendor.cost(demand, units, 1, 9))
                    .isGreaterThanOrEqualTo(answer.expectedCost() - 1e-9);
        }
    }

    @Test
    void costsWhatASimulationCosts() {
        Random random = new Random(7);
        double sum = 0;
        for (int i = 0; i < 400_000; i++) {
            double demand = 120 + 10 * random.nextGaussian();
            double left = 132.8155 - demand;
            sum += left > 0 ? 2 * left : -18 * left;
        }
        assertThat(sum / 400_000).isCloseTo(35.0997, within(0.15));
    }

    @Test
    void pricesAShortfallSoThatTheServiceLevelIsTheCriticalRatio() {
        assertThat(Newsvendor.shortfallCost(2, 0.9)).isCloseTo(18, within(1e-9));
    }

    @Test
    void tellsTheShareOfDemandThatIsMet() {
        assertThat(Newsvendor.fillRate(CountDemand.of(0, 1, 0, 1), 1)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN|18|10|The holding cost (NaN) must be a number",
                "-2|18|10|The holding cost (-2.0) must be above 0.",
                "2|0|10|The penalty cost (0.0) must be above 0.",
                "2|18|0|The standard deviation of demand (0.0) must be above 0.",
                "2|18|Infinity|The standard deviation of demand (Infinity) must be a number"
            })
    void refusesCostsThatCannotBe(double holding, double penalty, double deviation, String says) {
        assertThatThrownBy(() -> Newsvendor.of(new NormalDemand(120, deviation), holding, penalty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void refusesAServiceLevelOfOne() {
        assertThatThrownBy(() -> Newsvendor.shortfallCost(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The service level (1.0) must lie between 0 and 1, both excluded.");
    }
}
