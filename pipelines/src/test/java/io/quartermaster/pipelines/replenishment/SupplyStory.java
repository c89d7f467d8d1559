package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A few weeks of two suppliers with some items at two places, as events. */
final class SupplyStory {

    static final LocalDate TAIL_START = LocalDate.of(2026, 3, 2);
    static final int PLANS = 3;
    private static final int EVERY_DAYS = 7;
    private static final int HORIZON = 14;

    final List<CatalogueItem> items = new ArrayList<>();
    final List<BrandTerms> terms = new ArrayList<>();
    final List<LifeCycleStep> steps = new ArrayList<>();
    final List<StockLevel> stock = new ArrayList<>();
    final List<StockLot> lots = new ArrayList<>();
    final List<DemandWindow> demand = new ArrayList<>();
    final List<Forecast> forecasts = new ArrayList<>();
    final List<PurchaseStep> purchaseSteps = new ArrayList<>();

    SupplyStory() {
        for (int i = 0; i < 6; i++) {
            String item = "I" + i;
            String supplier = i % 2 == 0 ? "East" : "West";
            items.add(item(item, supplier + " brand", supplier));
            for (String place : List.of("main", "north")) {
                stock.add(level(item, place, TAIL_START.minusDays(1), 9 + i));
                stock.add(level(item, place, TAIL_START.plusDays(3), i % 3 == 0 ? 0 : 4));
                lots.add(lot(item, place, TAIL_START.minusDays(3), 5));
                for (int day = -2; day < PLANS * EVERY_DAYS; day++) {
                    demand.add(window(item, place, TAIL_START.plusDays(day), (day + i + 7) % 4));
                }
                for (int plan = 0; plan < PLANS; plan++) {
                    LocalDate madeOn = TAIL_START.plusDays((long) plan * EVERY_DAYS).minusDays(1);
                    forecasts.add(forecast(item, place, madeOn, "lstm", true, 1 + i * 0.4));
                    forecasts.add(forecast(item, place, madeOn, "regression", false, 900));
                }
            }
        }
        terms.add(terms("East brand", "East", 1, TAIL_START.minusDays(60), null));
        terms.add(terms("West brand", "West", 1, TAIL_START.minusDays(60), TAIL_START.plusDays(9)));
        steps.add(step("East brand", BrandStage.SUSPENDED, TAIL_START.plusDays(8)));
        steps.add(step("East brand", BrandStage.CONTRACTED, TAIL_START.plusDays(15)));
        speakOfOrders();
    }

    /** Of those that the first plan proposes on its first day, and of some that it does not. */
    private void speakOfOrders() {
        for (int i = 0; i < 6; i++) {
            String supplier = i % 2 == 0 ? "East" : "West";
            String order = "PO-%s-%s-r1-I%d-main-d0".formatted(supplier, TAIL_START, i);
            purchaseSteps.add(purchaseStep(order, supplier, PurchaseState.APPROVED, 0, 0));
            purchaseSteps.add(
                    i < 3
                            ? purchaseStep(order, supplier, PurchaseState.CANCELLED, 0, 1)
                            : purchaseStep(order, supplier, PurchaseState.CHANGED, 40, 1));
            purchaseSteps.add(purchaseStep(order, supplier, PurchaseState.CONFIRMED, 0, 2));
        }
        purchaseSteps.add(purchaseStep("PO-0", "East", PurchaseState.APPROVED, 0, 2));
    }

    static PurchaseStep purchaseStep(
            String order, String supplier, PurchaseState state, long quantity, int day) {
        LocalDate on = TAIL_START.plusDays(day);
        return new PurchaseStep(
                "step-%s-%s-%s".formatted(order, state, on),
                at(on),
                "test",
                order,
                supplier,
                state,
                quantity,
                null,
                "");
    }

    static LifeCycleStep step(String brand, BrandStage stage, LocalDate day) {
        return new LifeCycleStep("step-" + brand + stage, at(day), "test", brand, stage, "");
    }

    static BrandScore score(String brand, LocalDate day, double score) {
        double[] none = new double[0];
        return new BrandScore(
                brand, day, score, 1, "", BrandStage.CONTRACTED, none, none, none, 0, "");
    }

    static CatalogueItem item(String item, String brand, String supplier) {
        return new CatalogueItem(
                "item-" + item,
                at(TAIL_START.minusDays(100)),
                "test",
                item,
                brand,
                "tools",
                supplier,
                new BigDecimal("4.00"),
                new BigDecimal("9.00"),
                "EUR",
                1,
                0,
                null,
                false);
    }

    static BrandTerms terms(
            String brand, String supplier, int version, LocalDate from, LocalDate to) {
        return BrandTerms.plain(
                "terms-" + brand + version,
                at(from),
                "test",
                brand,
                supplier,
                version,
                3,
                4,
                2,
                new BigDecimal("0.90"),
                60,
                7,
                from,
                to);
    }

    static StockLevel level(String item, String place, LocalDate day, long units) {
        return new StockLevel(
                "level-%s-%s-%s".formatted(item, place, day), at(day), "test", item, place, units);
    }

    static StockLot lot(String item, String place, LocalDate day, long units) {
        String lot = "lot-%s-%s-%s".formatted(item, place, day);
        return lot(item, place, lot, day, units, new BigDecimal("3.50"));
    }

    static StockLot lot(
            String item, String place, String lot, LocalDate day, long units, BigDecimal cost) {
        return new StockLot(lot, at(day), "test", item, place, lot, units, cost, "EUR", null, 1);
    }

    static DemandWindow window(String item, String place, LocalDate day, long units) {
        return new DemandWindow(
                item, place, day, units, 9, 0, false, 0, 0, 0, 0, Channels.endOf(day));
    }

    static Forecast forecast(
            String item,
            String place,
            LocalDate madeOn,
            String model,
            boolean champion,
            double perDay) {
        double[] mean = new double[HORIZON];
        double[] cumulative = new double[HORIZON];
        double[] upper = new double[HORIZON];
        Arrays.fill(mean, perDay);
        for (int step = 0; step < HORIZON; step++) {
            cumulative[step] = perDay * (step + 1);
            upper[step] = cumulative[step] + Math.sqrt(perDay * (step + 1));
        }
        return new Forecast(
                item,
                place,
                madeOn,
                model,
                "1",
                champion,
                mean,
                mean,
                mean,
                mean,
                cumulative,
                upper,
                Channels.endOf(madeOn));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
