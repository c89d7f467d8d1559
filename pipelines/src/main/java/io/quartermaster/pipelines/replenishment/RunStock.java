package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.domain.replenishment.StockedLot;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lay in stock and was on its way at the end of a run's day, told from its tables as {@link
 * SupplierState} kept it: counted levels and lots, and in simulated days the plans' own arrivals
 * less demand.
 */
final class RunStock {

    private final ReplenishmentOptions options;
    private final Map<String, StockPosition> positions = new TreeMap<>();

    private RunStock(ReplenishmentOptions options) {
        this.options = options;
    }

    private record Sale(String item, String place, long units) {}

    /** Tells of the stock an item starts with of which none is known, on a plan day. */
    interface Start {
        /** The positions with what the plan of a day assumed. */
        List<StockPosition> on(LocalDate planDay, RunStock known);
    }

    /**
     * The stock on the evening before the last plan day.
     *
     * @param planDays every plan day in its order; of the last no order is placed yet
     */
    static RunStock of(
            RunTables tables, ReplenishmentOptions options, List<LocalDate> planDays, Start start)
            throws IOException {
        LocalDate last = planDays.get(planDays.size() - 1);
        RunStock stock = new RunStock(options);
        stock.count(tables, last);
        Map<LocalDate, List<Sale>> sales = stock.sales(tables, last);
        Map<LocalDate, List<CsvOrder>> orders = stock.orders(tables);
        for (LocalDate day = planDays.get(0); day.isBefore(last); day = day.plusDays(1)) {
            if (planDays.contains(day) && options.simulates(day)) {
                start.on(day, stock).forEach(stock::put);
            }
            for (CsvOrder one : orders.getOrDefault(day, List.of())) {
                stock.put(stock.at(one.item(), one.place()).ordered(one.order()));
            }
            for (Sale sale : sales.getOrDefault(day, List.of())) {
                StockPosition before = stock.at(sale.item(), sale.place());
                stock.put(before.arrivedBy(day).sold(day, sale.units(), options.lotOrder()));
            }
        }
        return stock;
    }

    /** All positions as a plan of this day sees them. */
    List<StockPosition> onEveOf(LocalDate planDay) {
        LocalDate eve = planDay.minusDays(1);
        return positions.values().stream()
                .map(
                        one ->
                                options.simulates(planDay)
                                        ? one.arrivedBy(eve)
                                        : one.withoutArrivedBy(eve))
                .toList();
    }

    StockPosition at(String item, String place) {
        return positions.getOrDefault(key(item, place), StockPosition.unknown(item, place));
    }

    private void put(StockPosition position) {
        positions.put(key(position.item(), position.place()), position);
    }

    private void count(RunTables tables, LocalDate last) throws IOException {
        List<Event> events = new ArrayList<>(tables.events(EventKind.LOTS, StockLot.class));
        events.addAll(tables.events(EventKind.STOCK, StockLevel.class));
        events.sort(
                Comparator.comparing(Event::time)
                        .thenComparing(event -> event instanceof StockLevel)
                        .thenComparing(Event::id));
        for (Event event : events) {
            LocalDate day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
            if (day.isBefore(last) && !options.simulates(day)) {
                put(counted(event, day));
            }
        }
    }

    private StockPosition counted(Event event, LocalDate day) {
        if (event instanceof StockLot lot) {
            return at(lot.item(), lot.place())
                    .receive(
                            new StockedLot(
                                    lot.lot(), day, lot.units(), lot.unitCost(), lot.expiresOn()));
        }
        StockLevel level = (StockLevel) event;
        return at(level.item(), level.place())
                .counted(level.onHand(), day, BigDecimal.ZERO, options.lotOrder());
    }

    private Map<LocalDate, List<Sale>> sales(RunTables tables, LocalDate last) throws IOException {
        Map<LocalDate, List<Sale>> sales = new HashMap<>();
        try (CsvTable table = tables.open("demand", "item", "place", "event_day", "units")) {
            while (table.next()) {
                LocalDate day = RunTables.day(table, "event_day");
                long units = (long) table.number("units");
                if (units > 0 && day.isBefore(last) && options.simulates(day)) {
                    sales.computeIfAbsent(day, none -> new ArrayList<>())
                            .add(new Sale(table.name("item"), table.text("place"), units));
                }
            }
        }
        return sales;
    }

    private record CsvOrder(String item, String place, OpenOrder order) {}

    /** By the plan day of the plan that placed them; those that were cancelled never come. */
    private Map<LocalDate, List<CsvOrder>> orders(RunTables tables) throws IOException {
        Map<String, LocalDate> planDays = new HashMap<>();
        try (CsvTable table = tables.open("plan_summaries", "plan_version", "plan_day")) {
            while (table.next()) {
                planDays.put(table.name("plan_version"), RunTables.day(table, "plan_day"));
            }
        }
        Map<LocalDate, List<CsvOrder>> orders = new HashMap<>();
        try (CsvTable table =
                tables.open(
                        "purchase_orders",
                        "purchase_order",
                        "item",
                        "place",
                        "arrival_day",
                        "quantity",
                        "plan_version",
                        "state")) {
            while (table.next()) {
                LocalDate arrivalDay = RunTables.day(table, "arrival_day");
                if (isNoOrder(table.text("state"), arrivalDay)) {
                    continue;
                }
                OpenOrder order =
                        new OpenOrder(
                                table.name("purchase_order"),
                                arrivalDay,
                                (long) table.number("quantity"),
                                BigDecimal.ZERO);
                orders.computeIfAbsent(
                                planDays.get(table.name("plan_version")), none -> new ArrayList<>())
                        .add(new CsvOrder(table.name("item"), table.text("place"), order));
            }
        }
        return orders;
    }

    /** Of one received on a day whose stock is counted, lots and levels tell. */
    private boolean isNoOrder(String state, LocalDate arrivalDay) {
        return state.equals(PurchaseState.CANCELLED.label())
                || (state.equals(PurchaseState.RECEIVED.label()) && !options.simulates(arrivalDay));
    }

    private static String key(String item, String place) {
        return item + "|" + place;
    }
}
