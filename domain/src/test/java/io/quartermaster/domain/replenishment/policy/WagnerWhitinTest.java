package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WagnerWhitinTest {

    /** Snyder and Shen, example 3.9: orders 210, 0, 150, 0 at a cost of 1380. */
    @Test
    void findsThePublishedOrders() {
        LotSizes sizes =
                new LotSizes(
                        new double[] {90, 120, 80, 70},
                        new double[] {500, 500, 500, 500},
                        new double[4],
                        new double[] {2, 2, 2, 2});
        double[] orders = WagnerWhitin.orders(sizes);
        assertThat(orders).containsExactly(210, 0, 150, 0);
        assertThat(sizes.cost(orders)).isEqualTo(1380);
        assertThat(sizes.stock(orders)).containsExactly(120, 0, 70, 0);
    }

    /** Every set of order periods, each order lasting until the next: 300 cases of any costs. */
    @Test
    void noChoiceOfOrderPeriodsIsCheaper() {
        Random random = new Random(3);
        for (int n = 0; n < 300; n++) {
            LotSizes sizes = sizes(random, 1 + random.nextInt(10));
            double[] orders = WagnerWhitin.orders(sizes);
            assertThat(Arrays.stream(sizes.stock(orders)).min().orElse(0)).isNotNegative();
            assertThat(sizes.cost(orders)).isCloseTo(enumerated(sizes), within(1e-7));
        }
    }

    @Test
    void agreesWithTheQuadraticRecursionOnLongSeries() {
        LotSizes sizes = sizes(new Random(5), 2000);
        double[] best = new double[2001];
        for (int j = 1; j <= 2000; j++) {
            best[j] = sizes.demand(j - 1) == 0 ? best[j - 1] : Double.POSITIVE_INFINITY;
            double cost = 0;
            for (int i = j - 1; i >= 0; i--) {
                cost = 0;
                double rest = 0;
                for (int t = j - 1; t > i && j - i < 60; t--) {
                    rest += sizes.demand(t);
                    cost += rest * sizes.holdingCost(t - 1);
                }
                if (j - i >= 60) {
                    break;
                }
                rest += sizes.demand(i);
                best[j] =
                        Math.min(
                                best[j],
                                best[i] + sizes.orderCost(i) + cost + rest * sizes.unitCost(i));
            }
        }
        assertThat(sizes.cost(WagnerWhitin.orders(sizes)))
                .isCloseTo(best[2000], within(1e-9 * best[2000]));
    }

    private static LotSizes sizes(Random random, int periods) {
        double[][] values = new double[4][periods];
        for (int t = 0; t < periods; t++) {
            values[0][t] = random.nextInt(3) == 0 ? 0 : random.nextInt(50);
            values[1][t] = random.nextInt(60);
            values[2][t] = random.nextInt(3) + random.nextDouble();
            values[3][t] = random.nextDouble();
        }
        return new LotSizes(values[0], values[1], values[2], values[3]);
    }

    private static double enumerated(LotSizes sizes) {
        int periods = sizes.periods();
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << periods; set++) {
            double[] orders = new double[periods];
            int last = -1;
            boolean isMet = true;
            for (int t = 0; t < periods; t++) {
                last = (set >> t & 1) == 1 ? t : last;
                if (last >= 0) {
                    orders[last] += sizes.demand(t);
                } else {
                    isMet &= sizes.demand(t) == 0;
                }
            }
            best = isMet ? Math.min(best, sizes.cost(orders)) : best;
        }
        return best;
    }

    @Test
    void refusesSeriesThatCannotBe() {
        assertThatThrownBy(
                        () ->
                                new LotSizes(
                                        new double[0], new double[0], new double[0], new double[0]))
                .hasMessageContaining("The periods of demand (0) must be 1 or more");
        assertThatThrownBy(
                        () ->
                                new LotSizes(
                                        new double[] {1, -1},
                                        new double[2],
                                        new double[2],
                                        new double[2]))
                .hasMessageContaining("The demand of period 1 (-1.0) must be 0 or more.");
    }
}
