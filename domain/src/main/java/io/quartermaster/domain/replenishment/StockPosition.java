package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What lies at a place of one item and what is on its way. Plain fields, so that it can be kept in
 * state.
 *
 * @param item the item
 * @param place the place
 * @param known whether any level, lot or arrival was ever seen
 * @param lots what is left of each lot, in the order received
 * @param openOrders ordered and not yet received, by day of arrival and number
 * @param demandDay last day whose demand has left stock, null if none has
 * @param demandUnits demand of that day
 */
public record StockPosition(
        String item,
        String place,
        boolean known,
        StockedLot[] lots,
        OpenOrder[] openOrders,
        LocalDate demandDay,
        long demandUnits) {

    private static final Comparator<OpenOrder> BY_ARRIVAL =
            Comparator.comparing(OpenOrder::arrivalDay).thenComparing(OpenOrder::purchaseOrder);

    /** Of which nothing is known. */
    public static StockPosition unknown(String item, String place) {
        return new StockPosition(item, place, false, new StockedLot[0], new OpenOrder[0], null, 0);
    }

    public long units() {
        return ledger().units();
    }

    public Lots ledger() {
        return new Lots(Arrays.asList(lots));
    }

    /** With a lot received. */
    public StockPosition receive(StockedLot lot) {
        return with(ledger().receive(lot));
    }

    /**
     * With the units that were counted: what is missing leaves in the given order, what is more is
     * a lot of its own.
     */
    public StockPosition counted(long units, LocalDate day, BigDecimal unitCost, LotOrder order) {
        long more = units - units();
        if (more > 0) {
            return receive(new StockedLot("counted-" + day, day, more, unitCost));
        }
        return with(ledger().issue(-more, order).rest());
    }

    /** With an order on its way. */
    public StockPosition ordered(OpenOrder order) {
        List<OpenOrder> more = new ArrayList<>(Arrays.asList(openOrders));
        more.add(order);
        more.sort(BY_ARRIVAL);
        return with(more.toArray(OpenOrder[]::new));
    }

    /** Without an order of this number, where there is one on its way. */
    public StockPosition withoutOrder(String purchaseOrder) {
        return with(
                Arrays.stream(openOrders)
                        .filter(order -> !order.purchaseOrder().equals(purchaseOrder))
                        .toArray(OpenOrder[]::new));
    }

    /** Whether an order of this number is on its way. */
    public boolean awaits(String purchaseOrder) {
        return Arrays.stream(openOrders)
                .anyMatch(order -> order.purchaseOrder().equals(purchaseOrder));
    }

    private StockPosition with(OpenOrder[] orders) {
        return new StockPosition(item, place, known, lots, orders, demandDay, demandUnits);
    }

    /** With every order received that arrives by the end of the day. */
    public StockPosition arrivedBy(LocalDate day) {
        StockPosition position = withoutArrivedBy(day);
        for (OpenOrder order : openOrders) {
            if (!order.arrivalDay().isAfter(day)) {
                position =
                        position.receive(
                                new StockedLot(
                                        order.purchaseOrder(),
                                        order.arrivalDay(),
                                        order.units(),
                                        order.unitCost()));
            }
        }
        return position;
    }

    /** Without the orders that arrive by the end of the day: the levels counted hold them. */
    public StockPosition withoutArrivedBy(LocalDate day) {
        OpenOrder[] later =
                Arrays.stream(openOrders)
                        .filter(order -> order.arrivalDay().isAfter(day))
                        .toArray(OpenOrder[]::new);
        return with(later);
    }

    /**
     * With the demand of a day taken out, as far as there is stock. A second version of the last
     * day takes only the difference; an earlier day than that changes nothing.
     */
    public StockPosition sold(LocalDate day, long units, LotOrder order) {
        if (demandDay != null && day.isBefore(demandDay)) {
            return this;
        }
        long before = day.equals(demandDay) ? demandUnits : 0;
        StockPosition position =
                units >= before
                        ? with(ledger().issue(units - before, order).rest())
                        : receive(
                                new StockedLot(
                                        "corrected-" + day,
                                        day,
                                        before - units,
                                        lots.length == 0
                                                ? BigDecimal.ZERO
                                                : lots[lots.length - 1].unitCost()));
        return new StockPosition(item, place, known, position.lots(), openOrders, day, units);
    }

    private StockPosition with(Lots rest) {
        return new StockPosition(
                item,
                place,
                true,
                rest.lots().toArray(StockedLot[]::new),
                openOrders,
                demandDay,
                demandUnits);
    }
}
