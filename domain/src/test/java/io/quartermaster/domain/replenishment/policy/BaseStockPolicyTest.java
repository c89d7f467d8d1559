package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaseStockPolicyTest {

    @Test
    void isTheNewsvendorsWhenReviewedEachPeriod() {
        Demand demand = new NormalDemand(50, 8).over(5);
        BaseStockPolicy policy = BaseStockPolicy.of(List.of(demand), 0.18, 0.70);
        Newsvendor newsvendor = Newsvendor.of(demand, 0.18, 0.70);
        assertThat(policy.orderUpTo()).isCloseTo(newsvendor.orderUpTo(), within(1e-9));
        assertThat(policy.costPerPeriod()).isCloseTo(newsvendor.expectedCost(), within(1e-9));
        assertThat(policy.safetyStock()).isCloseTo(policy.orderUpTo() - 250, within(1e-9));
    }

    @Test
    void noOtherLevelIsCheaper() {
        CountDemand demand = Counts.negativeBinomial(3, 3);
        List<CountDemand> atRisk =
                List.of(demand.over(3), demand.over(4), demand.over(5), demand.over(6));
        BaseStockPolicy best = BaseStockPolicy.of(atRisk, 1, 12);
        for (int level = 0; level < 90; level++) {
            assertThat(BaseStockPolicy.at(atRisk, level, 1, 12).costPerPeriod())
                    .isGreaterThanOrEqualTo(best.costPerPeriod() - 1e-9);
        }
    }

    /** Review every 4 periods, lead time 2. */
    @Test
    void costsWhatASimulationCosts() {
        CountDemand demand = CountDemand.of(0.2, 0.3, 0.3, 0.2);
        List<CountDemand> atRisk =
                List.of(demand.over(3), demand.over(4), demand.over(5), demand.over(6));
        BaseStockPolicy policy = BaseStockPolicy.of(atRisk, 1, 12);
        Random random = new Random(5);
        double[] underWay = new double[2];
        double stock = policy.orderUpTo();
        double cost = 0;
        int periods = 1_000_000;
        for (int t = 0; t < periods; t++) {
            double position = stock + underWay[0] + underWay[1];
            double order = t % 4 == 0 ? policy.orderUpTo() - position : 0;
            stock += underWay[0];
            underWay[0] = underWay[1];
            underWay[1] = order;
            stock -= demand.quantile(Math.min(1 - 1e-12, random.nextDouble() + 1e-13));
            cost += stock > 0 ? stock : -12 * stock;
        }
        assertThat(cost / periods).isCloseTo(policy.costPerPeriod(), within(0.03));
    }
}
