package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SerialSystemTest {

    /** Snyder and Shen, example 6.1: levels 6.49, 12.02, 22.71, cost 47.65. */
    @Test
    void agreesWithSnyderAndShen() {
        NormalDemand demand = new NormalDemand(5, 1);
        SerialSystem.Answer answer =
                SerialSystem.of(
                        List.of(
                                new SerialSystem.Stage("shop", 7, demand),
                                new SerialSystem.Stage("depot", 4, demand),
                                new SerialSystem.Stage("plant", 2, demand.over(2))),
                        37.12);
        assertThat(answer.echelonLevels().get(0)).isCloseTo(6.49, within(6e-3));
        assertThat(answer.echelonLevels().get(1)).isCloseTo(12.02, within(6e-3));
        assertThat(answer.echelonLevels().get(2)).isCloseTo(22.71, within(6e-3));
        assertThat(answer.costPerPeriod()).isCloseTo(47.65, within(0.015));
    }

    @Test
    void isTheNewsvendorWithOneStage() {
        NormalDemand demand = new NormalDemand(120, 10);
        SerialSystem.Answer answer =
                SerialSystem.of(List.of(new SerialSystem.Stage("shop", 2, demand)), 18);
        assertThat(answer.echelonLevels().get(0)).isCloseTo(132.8155, within(2e-3));
        assertThat(answer.costPerPeriod()).isCloseTo(35.0997, within(2e-3));
        SerialSystem.Answer counted =
                SerialSystem.of(List.of(new SerialSystem.Stage("shop", 1, Counts.poisson(6))), 4);
        assertThat(counted.echelonLevels()).containsExactly(8.0);
        assertThat(counted.costPerPeriod()).isCloseTo(3.5701, within(5e-5));
    }

    /** Periodic review: the shop's lead time of 2 counts as 3 periods; every pair is followed. */
    @Test
    void noPairOfLevelsIsCheaperInASimulationOfTwoStages() {
        CountDemand demand = CountDemand.of(0.3, 0.2, 0.2, 0.2, 0.1);
        SerialSystem.Answer best =
                SerialSystem.of(
                        List.of(
                                new SerialSystem.Stage("shop", 3, demand.over(3)),
                                new SerialSystem.Stage("depot", 1, demand.over(2))),
                        25);
        double shop = best.echelonLevels().get(0);
        double depot = best.echelonLevels().get(1);
        double found = simulated(demand, shop, depot);
        assertThat(found).isCloseTo(best.costPerPeriod(), within(0.1));
        for (int a = -2; a <= 2; a++) {
            for (int b = -2; b <= 2; b++) {
                assertThat(simulated(demand, shop + a, depot + b))
                        .isGreaterThanOrEqualTo(found - 1e-9);
            }
        }
    }

    /**
     * The depot (lead time 2) orders up to its echelon level, then ships what it has towards the
     * shop's level (lead time 2), then demand. Echelon costs: 1 before demand on all that left the
     * source, 2 more on what the shop has after it; 25 + 1 for what it lacks, which the echelon
     * counted as less.
     */
    private static double simulated(CountDemand demand, double shopLevel, double depotLevel) {
        Random random = new Random(1);
        double[] toDepot = new double[2];
        double[] toShop = new double[2];
        double shop = shopLevel;
        double depot = Math.max(0, depotLevel - shopLevel);
        double cost = 0;
        int periods = 300_000;
        for (int t = 0; t < periods; t++) {
            depot += toDepot[0];
            shop += toShop[0];
            double shopPosition = shop + toShop[1];
            double position = depot + shopPosition + toDepot[1];
            double shipped = Math.min(depot, Math.max(0, shopLevel - shopPosition));
            depot -= shipped;
            toDepot[0] = toDepot[1];
            toDepot[1] = Math.max(0, depotLevel - position);
            toShop[0] = toShop[1];
            toShop[1] = shipped;
            cost += depot + toShop[0] + toShop[1] + shop;
            shop -= demand.quantile(Math.min(1 - 1e-12, random.nextDouble() + 1e-13));
            cost += shop > 0 ? 2 * shop : -26 * shop;
        }
        return cost / periods;
    }

    @Test
    void refusesStagesInTheWrongOrder() {
        NormalDemand demand = new NormalDemand(5, 1);
        assertThatThrownBy(
                        () ->
                                SerialSystem.of(
                                        List.of(
                                                new SerialSystem.Stage("plant", 2, demand),
                                                new SerialSystem.Stage("shop", 7, demand)),
                                        37))
                .hasMessageContaining(
                        "The holding cost (7.0) of stage shop must not be above that of stage plant (2.0)");
        assertThatThrownBy(() -> SerialSystem.of(List.of(), 37))
                .hasMessageContaining("There is no stage.");
    }
}
