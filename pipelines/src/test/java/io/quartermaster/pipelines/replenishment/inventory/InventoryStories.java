package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.lots.LotPart;
import io.quartermaster.pipelines.event.RunOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.apache.flink.configuration.Configuration;

/** Events of one item A of brand B, which supplier S delivers to the place main. */
final class InventoryStories {

    /** A Thursday on which reviews fall, since its epoch day is divisible by 7. */
    static final LocalDate FIRST = LocalDate.ofEpochDay(7 * 2900);

    private InventoryStories() {}

    static LocalDate day(int day) {
        return FIRST.plusDays(day);
    }

    static Instant at(int day) {
        return day(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    static long endOf(int day) {
        return day(day + 1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() - 1;
    }

    static CatalogueItem item(int day) {
        return new CatalogueItem(
                "item-" + day,
                at(day),
                "test",
                "A",
                "B",
                "C",
                "S",
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                1,
                0,
                null,
                false);
    }

    static BrandTerms terms(int day, int version, int leadTimeDays) {
        return new BrandTerms(
                "terms-" + version,
                at(day),
                "test",
                "B",
                "S",
                version,
                leadTimeDays,
                0,
                1,
                BigDecimal.ONE,
                100,
                1,
                "",
                "",
                0,
                0,
                false,
                "",
                day(day),
                null);
    }

    /** That arrived. */
    static Delivery delivery(int day, String order, int promised) {
        return delivery("in-" + order, at(day), order, 10, at(promised), at(day));
    }

    /** That is announced. */
    static Delivery announced(int day, String order, long units, int promised) {
        return delivery("an-" + order, at(day), order, units, at(promised), null);
    }

    private static Delivery delivery(
            String id, Instant time, String order, long units, Instant promised, Instant arrived) {
        return new Delivery(
                id,
                time,
                "test",
                DeliveryDirection.INBOUND,
                order,
                "A",
                "main",
                "",
                "",
                units,
                arrived == null ? 0 : units,
                promised,
                arrived);
    }

    static PurchaseOrder order(int day, String number, long units, int arrives, String state) {
        PurchaseState stands = PurchaseState.valueOf(state.toUpperCase(Locale.ROOT));
        return new PurchaseOrder(
                number,
                "A",
                "main",
                "S",
                "B",
                day(day),
                day(arrives),
                units,
                BigDecimal.ONE,
                stands,
                "v1",
                false,
                stands == PurchaseState.PROPOSED ? 1 : 2,
                at(day),
                "");
    }

    static HeldLots held(int day, long units) {
        LotPart lot = new LotPart("L", at(0), null, units, BigDecimal.valueOf(units * 100, 2));
        return new HeldLots("A", "main", day(day), units, 0, new LotPart[] {lot}, "EUR");
    }

    /** Ten a day, for sure, for 28 days. */
    static ItemForecast forecast(int day) {
        double[] mean = new double[28];
        Arrays.fill(mean, 10);
        double[] sums = new double[28];
        Arrays.setAll(sums, i -> 10.0 * (i + 1));
        return new ItemForecast("A", "main", day(day), mean, sums, sums);
    }

    static InventoryOptions options(int lastDay) {
        Configuration options = new Configuration();
        options.set(RunOptions.LAST_DAY, day(lastDay).toString());
        return InventoryOptions.of(options);
    }
}
