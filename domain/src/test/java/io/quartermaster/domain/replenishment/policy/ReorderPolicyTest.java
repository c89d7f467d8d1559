package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReorderPolicyTest {

    /** Zheng and Federgruen (1991), table 1: Poisson demand, K 64, h 1, p 9, no lead time. */
    @ParameterizedTest
    @CsvSource({
        "10, 6, 40, 35.022", "15, 10, 49, 42.698", "20, 14, 62, 49.173", "25, 19, 56, 54.262",
        "30, 23, 66, 57.819", "35, 28, 77, 61.215", "40, 33, 87, 64.512", "45, 37, 97, 67.776",
        "50, 42, 108, 70.975", "55, 47, 118, 74.149", "60, 52, 129, 77.306", "65, 56, 75, 78.518",
        "70, 62, 81, 79.037", "75, 67, 86, 79.554"
    })
    void agreesWithZhengAndFedergruen(double mean, int s, int upTo, double cost) {
        SsPolicy best = SsPolicy.of(Counts.poisson(mean), 0, 64, 1, 9);
        assertThat(best.reorderPoint()).isEqualTo(s);
        assertThat(best.orderUpTo()).isEqualTo(upTo);
        assertThat(best.costPerPeriod()).isCloseTo(cost, within(6e-4));
    }

    /** Snyder and Shen, example 4.7: s 4, S 10, cost 8.03. */
    @Test
    void agreesWithSnyderAndShen() {
        SsPolicy best = SsPolicy.of(Counts.poisson(6), 0, 5, 1, 4);
        assertThat(best.reorderPoint()).isEqualTo(4);
        assertThat(best.orderUpTo()).isEqualTo(10);
        assertThat(best.costPerPeriod()).isCloseTo(8.0341, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 1, 9", "2, 5, 1, 4", "3, 60, 2, 2", "1, 1, 1, 99"})
    void noOtherPairIsCheaper(int leadTime, double order, double holding, double penalty) {
        CountDemand demand = Counts.negativeBinomial(1.5, 2.5);
        SsPolicy best = SsPolicy.of(demand, leadTime, order, holding, penalty);
        for (int s = -15; s < 40; s++) {
            for (int upTo = s + 1; upTo < s + 60; upTo++) {
                assertThat(SsPolicy.cost(demand, leadTime, order, holding, penalty, s, upTo))
                        .isGreaterThanOrEqualTo(best.costPerPeriod() - 1e-9);
            }
        }
    }

    /** Follows the policy period by period: ordering, arrivals after the lead time, demand. */
    @Test
    void costsWhatASimulationCosts() {
        CountDemand demand = CountDemand.of(0.4, 0.3, 0.1, 0.1, 0.1);
        SsPolicy policy = SsPolicy.of(demand, 2, 10, 1, 9);
        Random random = new Random(13);
        double[] underWay = new double[2];
        double stock = policy.orderUpTo();
        double cost = 0;
        int periods = 2_000_000;
        for (int t = 0; t < periods; t++) {
            double position = stock + underWay[0] + underWay[1];
            double order = position <= policy.reorderPoint() ? policy.orderUpTo() - position : 0;
            cost += order > 0 ? 10 : 0;
            stock += underWay[0];
            underWay[0] = underWay[1];
            underWay[1] = order;
            stock -= demand.quantile(Math.min(1 - 1e-12, random.nextDouble() + 1e-13));
            cost += stock > 0 ? stock : -9 * stock;
        }
        assertThat(cost / periods).isCloseTo(policy.costPerPeriod(), within(0.02));
    }

    /** Snyder and Shen: holding 20, penalty 150, order 100, 1.5 a period, lead time 2. */
    @Test
    void findsThePublishedReorderPointAndQuantity() {
        RqPolicy best = RqPolicy.of(1.5, Counts.poisson(3), 100, 20, 150);
        assertThat(best.reorderPoint()).isEqualTo(3);
        assertThat(best.quantity()).isEqualTo(5);
        assertThat(best.costPerPeriod()).isCloseTo(107.9236, within(5e-5));
    }

    @Test
    void noOtherReorderPointAndQuantityAreCheaper() {
        Demand demand = Counts.negativeBinomial(9, 5);
        RqPolicy best = RqPolicy.of(3, demand, 12, 0.7, 6);
        for (int r = -10; r < 40; r++) {
            double sum = 36;
            for (int quantity = 1; quantity < 60; quantity++) {
                sum += Newsvendor.cost(demand, r + quantity, 0.7, 6);
                assertThat(sum / quantity).isGreaterThanOrEqualTo(best.costPerPeriod() - 1e-9);
            }
        }
    }

    /** The integral of the cost rate by the midpoint rule, around the answer. */
    @Test
    void noOtherReorderPointAndQuantityAreCheaperForNormalDemand() {
        NormalDemand demand = new NormalDemand(1300 / 12.0, 150 / Math.sqrt(12));
        RqPolicy best = RqPolicy.of(1300, demand, 8, 0.225, 7.5);
        assertThat(rate(demand, best.reorderPoint(), best.quantity()))
                .isCloseTo(best.costPerPeriod(), within(1e-6));
        for (double r = -12; r <= 12; r += 3) {
            for (double q = -30; q <= 30; q += 6) {
                assertThat(rate(demand, best.reorderPoint() + r, best.quantity() + q))
                        .isGreaterThanOrEqualTo(best.costPerPeriod() - 1e-6);
            }
        }
    }

    private static double rate(NormalDemand demand, double reorderPoint, double quantity) {
        double sum = 8 * 1300;
        double step = quantity / 20_000;
        for (int i = 0; i < 20_000; i++) {
            sum += step * Newsvendor.cost(demand, reorderPoint + (i + 0.5) * step, 0.225, 7.5);
        }
        return sum / quantity;
    }

    @Test
    void refusesOrdersThatAreFreeOrEndless() {
        assertThatThrownBy(() -> SsPolicy.of(Counts.poisson(6), 0, 0, 1, 4))
                .hasMessageContaining("The order cost (0.0) must be above 0.");
        assertThatThrownBy(() -> SsPolicy.of(Counts.poisson(6), 0, 1e13, 1, 4))
                .hasMessageContaining("is too large to count unit by unit.");
        assertThatThrownBy(() -> SsPolicy.of(CountDemand.of(1), 0, 5, 1, 4))
                .hasMessageContaining("The mean of demand (0.0) must be above 0.");
        assertThatThrownBy(() -> RqPolicy.of(0, Counts.poisson(6), 5, 1, 4))
                .hasMessageContaining("The mean of demand (0.0) must be above 0.");
    }
}
