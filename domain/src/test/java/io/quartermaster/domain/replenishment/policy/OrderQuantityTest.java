package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderQuantityTest {

    /** Snyder and Shen, example 3.1: 304.05 units, cost 68.41. */
    @Test
    void ordersTheEconomicQuantity() {
        EconomicOrderQuantity answer = EconomicOrderQuantity.of(8, 1300, 0.225);
        assertThat(answer.quantity()).isCloseTo(304.0468, within(5e-5));
        assertThat(answer.costPerPeriod()).isCloseTo(68.4105, within(5e-5));
        assertThat(EconomicOrderQuantity.cost(answer.quantity(), 8, 1300, 0.225))
                .isCloseTo(answer.costPerPeriod(), within(1e-9));
    }

    /** Snyder and Shen's same item with back-orders at 5: 310.81 units, 4.3 % kept back, 66.92. */
    @Test
    void keepsAShareOfDemandBack() {
        EconomicOrderQuantity answer = EconomicOrderQuantity.withBackOrders(8, 1300, 0.225, 5);
        assertThat(answer.quantity()).isCloseTo(310.8126, within(5e-5));
        assertThat(answer.backOrdered()).isCloseTo(0.0431, within(5e-5));
        assertThat(answer.costPerPeriod()).isCloseTo(66.9214, within(5e-5));
    }

    @Test
    void noQuantityIsCheaperUnderDiscounts() {
        Random random = new Random(11);
        for (int n = 0; n < 200; n++) {
            List<QuantityDiscount.Tier> tiers = tiers(random);
            double orderCost = 1 + 50 * random.nextDouble();
            double demand = 10 + 2000 * random.nextDouble();
            double rate = 0.05 + random.nextDouble();
            for (QuantityDiscount.Kind kind : QuantityDiscount.Kind.values()) {
                QuantityDiscount best = QuantityDiscount.of(kind, orderCost, demand, rate, tiers);
                assertThat(cost(kind, tiers, best.quantity(), orderCost, demand, rate))
                        .isCloseTo(best.costPerPeriod(), within(1e-6));
                for (double quantity = 1; quantity < 3000; quantity++) {
                    assertThat(cost(kind, tiers, quantity, orderCost, demand, rate))
                            .isGreaterThanOrEqualTo(best.costPerPeriod() - 1e-6);
                }
            }
        }
    }

    private static List<QuantityDiscount.Tier> tiers(Random random) {
        List<QuantityDiscount.Tier> tiers = new ArrayList<>();
        double from = 0;
        double price = 5;
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            tiers.add(new QuantityDiscount.Tier(from, price));
            from += 1 + random.nextInt(600);
            price *= 0.85 + 0.15 * random.nextDouble();
        }
        return tiers;
    }

    private static double cost(
            QuantityDiscount.Kind kind,
            List<QuantityDiscount.Tier> tiers,
            double quantity,
            double orderCost,
            double demand,
            double rate) {
        double paid = 0;
        for (int i = 0; i < tiers.size(); i++) {
            double from = tiers.get(i).fromQuantity();
            double to = i + 1 < tiers.size() ? tiers.get(i + 1).fromQuantity() : 1e300;
            if (quantity >= from) {
                paid =
                        kind == QuantityDiscount.Kind.ALL_UNITS
                                ? quantity * tiers.get(i).unitCost()
                                : paid + (Math.min(quantity, to) - from) * tiers.get(i).unitCost();
            }
        }
        double orders = demand / quantity;
        return orders * (orderCost + paid) + rate * paid / 2;
    }

    @Test
    void refusesTiersThatDoNotFall() {
        assertThatThrownBy(
                        () ->
                                QuantityDiscount.of(
                                        QuantityDiscount.Kind.ALL_UNITS,
                                        8,
                                        1300,
                                        0.3,
                                        List.of(
                                                new QuantityDiscount.Tier(0, 1),
                                                new QuantityDiscount.Tier(10, 2))))
                .hasMessageContaining("The price tier (10.0 at 2.0) must start above");
        assertThatThrownBy(() -> EconomicOrderQuantity.of(8, 1300, 0))
                .hasMessageContaining("The holding cost (0.0) must be above 0.");
    }
}
