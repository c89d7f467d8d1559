package io.quartermaster.domain.replenishment.lots;

import io.quartermaster.domain.replenishment.LotOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The lots of one item at one place, and the flows of the last day on which something moved. Plain
 * fields, so that it can be kept in state; immutable by convention.
 *
 * @param place the place
 * @param layers what is left of each lot, in the order received
 * @param shorts sold and not yet received, in the order sold
 * @param unitCost of the last receipt that told one, null if none has
 * @param currency of every cost, empty until one is told
 * @param flows of the last day
 */
public record PlaceLedger(
        String place,
        LotPart[] layers,
        ShortSale[] shorts,
        BigDecimal unitCost,
        String currency,
        DayFlows flows) {

    private static final Comparator<LotPart> AS_RECEIVED =
            Comparator.comparing(LotPart::receivedAt).thenComparing(LotPart::lot);

    /** Of which nothing is known. */
    public static PlaceLedger empty(String place) {
        return new PlaceLedger(place, new LotPart[0], new ShortSale[0], null, "", DayFlows.NONE);
    }

    /** Units in stock. */
    public long units() {
        return Arrays.stream(layers).mapToLong(LotPart::units).sum();
    }

    /** Units sold and not yet received. */
    public long shortUnits() {
        return Arrays.stream(shorts).mapToLong(ShortSale::units).sum();
    }

    public BigDecimal value() {
        return LotPart.value(Arrays.asList(layers));
    }

    /** The earliest last day of a lot that does not keep, null if all keep. */
    public LocalDate firstExpiry() {
        return Arrays.stream(layers)
                .map(LotPart::expiresOn)
                .filter(day -> day != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** With a day's flows begun, unless they are. */
    PlaceLedger on(LocalDate day) {
        return day.equals(flows.day()) ? this : with(flows.begin(day, value()));
    }

    PlaceLedger with(DayFlows newFlows) {
        return new PlaceLedger(place, layers, shorts, unitCost, currency, newFlows);
    }

    /** With what a receipt costs. */
    PlaceLedger costing(BigDecimal cost, String in) {
        return new PlaceLedger(place, layers, shorts, cost == null ? unitCost : cost, in, flows);
    }

    /** Units of an order line that are still to be settled. */
    long shortOf(String orderLine) {
        return Arrays.stream(shorts)
                .filter(open -> open.orderLine().equals(orderLine))
                .mapToLong(ShortSale::units)
                .sum();
    }

    /** With units of an order line to be settled. */
    PlaceLedger owing(String orderLine, long units) {
        if (units == 0) {
            return this;
        }
        List<ShortSale> open = new ArrayList<>(Arrays.asList(shorts));
        open.add(new ShortSale(orderLine, units));
        return withShorts(open);
    }

    /** With units of an order line to be settled no more. */
    PlaceLedger waiving(String orderLine, long units) {
        List<ShortSale> open = new ArrayList<>(shorts.length);
        for (ShortSale one : shorts) {
            long left = one.orderLine().equals(orderLine) ? one.units() - units : one.units();
            if (left > 0) {
                open.add(new ShortSale(one.orderLine(), left));
            }
        }
        return withShorts(open);
    }

    /**
     * What left stock.
     *
     * @param rest what stays
     * @param parts of lots, in the order they left
     */
    record Taken(PlaceLedger rest, List<LotPart> parts) {

        long units() {
            return parts.stream().mapToLong(LotPart::units).sum();
        }

        BigDecimal value() {
            return LotPart.value(parts);
        }
    }

    /** Takes units out of lots that may still be sold on a day; fewer where there are fewer. */
    Taken take(long units, LotOrder method, LocalDate day) {
        List<LotPart> rest = new ArrayList<>(Arrays.asList(layers));
        List<LotPart> over = rest.stream().filter(layer -> layer.hasExpiredBefore(day)).toList();
        rest.removeAll(over);
        List<LotPart> parts = new ArrayList<>();
        long open = units;
        while (open > 0 && !rest.isEmpty()) {
            int next = method.first(rest, LotPart::expiresOn);
            LotPart layer = rest.remove(next);
            long taken = Math.min(open, layer.units());
            parts.add(layer.first(taken));
            if (taken < layer.units()) {
                rest.add(next, layer.without(taken));
            }
            open -= taken;
        }
        rest.addAll(over);
        return new Taken(withLayers(rest), parts);
    }

    /** With units of a lot put into stock, beside what is left of it. */
    PlaceLedger plus(LotPart part) {
        List<LotPart> more = new ArrayList<>(layers.length + 1);
        LotPart joined = part;
        for (LotPart layer : layers) {
            if (layer.isOf(part)) {
                joined = layer.plus(part);
            } else {
                more.add(layer);
            }
        }
        more.add(joined);
        return withLayers(more);
    }

    PlaceLedger withLayers(List<LotPart> rest) {
        LotPart[] inOrder = rest.toArray(LotPart[]::new);
        Arrays.sort(inOrder, AS_RECEIVED);
        return new PlaceLedger(place, inOrder, shorts, unitCost, currency, flows);
    }

    private PlaceLedger withShorts(List<ShortSale> open) {
        return new PlaceLedger(
                place, layers, open.toArray(ShortSale[]::new), unitCost, currency, flows);
    }
}
