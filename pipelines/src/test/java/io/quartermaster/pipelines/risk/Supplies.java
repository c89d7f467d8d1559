package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.StockLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Events of supply in short words; day 0 is 1 January 2026. */
final class Supplies {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private Supplies() {}

    static long millis(int day) {
        return START.plus(Duration.ofDays(day)).toEpochMilli();
    }

    static SupplySignal item(String item, String brand, String category, String supplier) {
        return SupplySignal.of(
                new CatalogueItem(
                        "i-" + brand,
                        START,
                        "test",
                        item,
                        brand,
                        category,
                        supplier,
                        new BigDecimal("2.50"),
                        BigDecimal.TEN,
                        "EUR",
                        1,
                        0,
                        null,
                        false));
    }

    static SupplySignal stock(int day, String item, String supplier, long units) {
        return SupplySignal.of(
                        new StockLevel("s" + day + item, at(day), "test", item, "main", units))
                .joined("B", "toys", supplier, new BigDecimal("2.50"));
    }

    /** A delivery of ten units that is so many days late. */
    static SupplySignal delivery(int day, String supplier, long delivered, int lateDays) {
        return SupplySignal.of(
                        new Delivery(
                                "d" + day + supplier,
                                at(day),
                                "test",
                                DeliveryDirection.INBOUND,
                                "po",
                                "A",
                                "main",
                                supplier,
                                "",
                                10,
                                delivered,
                                at(day - lateDays),
                                at(day)))
                .joined("B", "toys", supplier, new BigDecimal("2.50"));
    }

    /** An order of item A that a model was asked about. */
    static SupplySignal order(int day, String supplier, long units, int dueDay) {
        return SupplySignal.announced(
                        new Delivery(
                                "o" + day + supplier,
                                at(day),
                                "test",
                                DeliveryDirection.INBOUND,
                                "po",
                                "A",
                                "main",
                                supplier,
                                "",
                                units,
                                0,
                                at(dueDay),
                                null))
                .joined("B", "toys", supplier, new BigDecimal("2.50"));
    }

    static SupplySignal offer(int day, int items) {
        return SupplySignal.of(
                new BrandOffer(
                        "offer" + day,
                        at(day),
                        "test",
                        "B",
                        "toys",
                        "S",
                        items,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        "EUR",
                        0.5,
                        100,
                        5));
    }

    static SupplySignal terms(int version, int lastDay) {
        return SupplySignal.of(
                BrandTerms.plain(
                        "t" + version,
                        START,
                        "test",
                        "B",
                        "S",
                        version,
                        5,
                        1,
                        1,
                        BigDecimal.ONE,
                        1000,
                        1,
                        FIRST,
                        FIRST.plusDays(lastDay)));
    }

    static SupplySignal stage(BrandStage stage) {
        return SupplySignal.of(new LifeCycleStep("l" + stage, START, "test", "B", stage, "why"));
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
