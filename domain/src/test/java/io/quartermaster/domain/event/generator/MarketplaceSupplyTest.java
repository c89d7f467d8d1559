package io.quartermaster.domain.event.generator;

import static io.quartermaster.domain.event.generator.DefaultMarketplace.ORDERS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.SEEN;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.StockLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarketplaceSupplyTest {

    @Test
    void sellsNoMoreThanWasWantedAndStocked() {
        Map<String, Integer> wanted = new HashMap<>();
        SEEN.truth.forEach(d -> wanted.put(d.item() + d.place() + d.day(), d.trueDemand()));
        assertThat(unitsByItemPlaceDay())
                .allSatisfy((key, units) -> assertThat(units).isLessThanOrEqualTo(wanted.get(key)));
    }

    @Test
    void runsOutOfStockNowAndThenAndLosesSales() {
        List<StockLevel> ends =
                SEEN.all(EventKind.STOCK, StockLevel.class).stream()
                        .filter(level -> level.id().endsWith("end"))
                        .toList();
        double empty = ends.stream().filter(level -> level.onHand() == 0).count();
        double sold = ORDERS.stream().mapToLong(OrderLine::units).sum();
        double wanted = SEEN.truth.stream().mapToInt(TrueDemand::trueDemand).sum();
        assertThat(empty / ends.size()).isBetween(0.02, 0.15);
        assertThat(1 - sold / wanted).isBetween(0.01, 0.15);
    }

    @Test
    void letsSupplierAndCarrierBeLateNowAndThen() {
        Map<DeliveryDirection, List<Delivery>> deliveries =
                SEEN.all(EventKind.DELIVERIES, Delivery.class).stream()
                        .filter(d -> d.deliveredAt() != null)
                        .collect(Collectors.groupingBy(Delivery::direction));
        deliveries
                .values()
                .forEach(
                        some -> {
                            double late =
                                    some.stream()
                                            .filter(d -> d.deliveredAt().isAfter(d.promisedAt()))
                                            .count();
                            assertThat(late / some.size()).isBetween(0.03, 0.25);
                        });
        assertThat(deliveries.get(DeliveryDirection.INBOUND))
                .anyMatch(d -> d.deliveredUnits() < d.orderedUnits());
    }

    private static Map<String, Long> unitsByItemPlaceDay() {
        return ORDERS.stream()
                .collect(
                        Collectors.groupingBy(
                                line -> line.item() + line.place() + day(line),
                                Collectors.summingLong(OrderLine::units)));
    }
}
