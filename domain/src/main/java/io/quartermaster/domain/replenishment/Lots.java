package io.quartermaster.domain.replenishment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The lots of one item at one place, in the order received; costs are exact. Immutable.
 *
 * @param lots what is left of each
 */
public record Lots(List<StockedLot> lots) {

    /** No lot at all. */
    public static final Lots NONE = new Lots(List.of());

    public Lots {
        lots = List.copyOf(lots);
    }

    /**
     * What left stock.
     *
     * @param rest the lots that stay
     * @param used the part of each lot that left, in the order it left
     * @param units that left
     * @param cost what they cost
     */
    public record Issue(Lots rest, List<StockedLot> used, long units, BigDecimal cost) {}

    public long units() {
        return lots.stream().mapToLong(StockedLot::units).sum();
    }

    public BigDecimal cost() {
        return cost(lots);
    }

    /** With a lot received after those that are here. */
    public Lots receive(StockedLot lot) {
        if (lot.units() <= 0) {
            throw new IllegalArgumentException(
                    "The units (%d) of lot (%s) must be positive."
                            .formatted(lot.units(), lot.lot()));
        }
        List<StockedLot> more = new ArrayList<>(lots);
        more.add(lot);
        return new Lots(more);
    }

    /** Takes units out; fewer where there are not as many. */
    public Issue issue(long units, LotOrder order) {
        if (units < 0) {
            throw new IllegalArgumentException(
                    "The units (%d) to issue must be 0 or more.".formatted(units));
        }
        List<StockedLot> rest = new ArrayList<>(lots);
        List<StockedLot> used = new ArrayList<>();
        long open = units;
        while (open > 0 && !rest.isEmpty()) {
            int next = order.first(rest, StockedLot::expiresOn);
            StockedLot lot = rest.get(next);
            long taken = Math.min(open, lot.units());
            used.add(with(lot, taken));
            if (taken == lot.units()) {
                rest.remove(next);
            } else {
                rest.set(next, with(lot, lot.units() - taken));
            }
            open -= taken;
        }
        return new Issue(new Lots(rest), List.copyOf(used), units - open, cost(used));
    }

    private static StockedLot with(StockedLot lot, long units) {
        return new StockedLot(lot.lot(), lot.receivedOn(), units, lot.unitCost(), lot.expiresOn());
    }

    private static BigDecimal cost(List<StockedLot> lots) {
        return lots.stream()
                .map(lot -> lot.unitCost().multiply(BigDecimal.valueOf(lot.units())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
