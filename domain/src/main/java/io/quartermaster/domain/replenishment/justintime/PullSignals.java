package io.quartermaster.domain.replenishment.justintime;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.lots.LotPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stock cover, the latest day to order, and alerts. Within a day goods arrive first, then customers
 * buy. An order placed on a day arrives the lead time later, so the last day that still serves is
 * the day stock runs out less the lead time, both at their quantiles.
 */
public final class PullSignals {

    /** No cover is reckoned beyond it, days. */
    public static final int LONGEST_COVER = 365;

    private final PullRules rules;

    public PullSignals(PullRules rules) {
        this.rules = rules;
    }

    /** The signal at the end of a day. */
    public StockSignal of(
            LocalDate day, StockAtHand stock, ItemForecast forecast, LeadTimeDistribution lead) {
        DemandAhead demand = new DemandAhead(forecast, day);
        long open = openUnits(stock, day);
        int leadDays = lead.quantile(rules.leadTimeQuantile());
        LocalDate runsOut = runsOutOn(day, stock, demand);
        LocalDate orderBy = runsOut == null ? null : runsOut.minusDays(leadDays);
        long excess = excess(stock.units() + open, demand);
        BigDecimal value = value(stock, excess);
        StockSignal signal =
                new StockSignal(
                        forecast.item(),
                        forecast.place(),
                        lead.supplier(),
                        day,
                        stock.units(),
                        open,
                        units(stock) - open,
                        demand.perDay(),
                        coverDays(stock.units() + open, demand),
                        leadDays,
                        runsOut,
                        orderBy,
                        pull(day, orderBy, demand),
                        pullUnits(stock.units() + open, leadDays + rules.reviewDays(), demand),
                        oldestDays(day, stock),
                        agedUnits(day, stock),
                        expiringUnits(day, stock, demand),
                        excess,
                        value,
                        stock.currency(),
                        "",
                        stock.lots().toArray(LotPart[]::new));
        return Alerts.on(signal);
    }

    private static long units(StockAtHand stock) {
        return stock.orders().stream().mapToLong(OpenOrder::units).sum();
    }

    private static long openUnits(StockAtHand stock, LocalDate day) {
        return stock.orders().stream()
                .filter(order -> order.arrivalDay().isAfter(day))
                .mapToLong(OpenOrder::units)
                .sum();
    }

    private static double coverDays(long units, DemandAhead demand) {
        if (demand.perDay() <= 0) {
            return Double.NaN;
        }
        double left = units;
        for (int ahead = 1; ahead <= LONGEST_COVER; ahead++) {
            double wanted = demand.on(ahead);
            if (wanted > left) {
                return ahead - 1 + Math.max(0, left) / wanted;
            }
            left -= wanted;
        }
        return LONGEST_COVER;
    }

    /** Open orders count from their day of arrival on; overdue ones are not counted on. */
    private LocalDate runsOutOn(LocalDate day, StockAtHand stock, DemandAhead demand) {
        double expected = 0;
        for (int ahead = 1; ahead <= LONGEST_COVER && demand.perDay() > 0; ahead++) {
            LocalDate on = day.plusDays(ahead);
            long there = stock.units();
            for (OpenOrder order : stock.orders()) {
                boolean came = order.arrivalDay().isAfter(day) && !order.arrivalDay().isAfter(on);
                there += came ? order.units() : 0;
            }
            expected += demand.on(ahead);
            if (expected + demand.above(ahead, rules.demandQuantile()) > there) {
                return on;
            }
        }
        return null;
    }

    private String pull(LocalDate day, LocalDate orderBy, DemandAhead demand) {
        if (demand.perDay() <= 0) {
            return StockSignal.NONE;
        }
        if (orderBy == null || orderBy.isAfter(day.plusDays(rules.reviewDays()))) {
            return StockSignal.WAIT;
        }
        return orderBy.isAfter(day) ? StockSignal.ORDER : StockSignal.LATE;
    }

    private long pullUnits(long position, int days, DemandAhead demand) {
        double wanted = demand.above(days, rules.demandQuantile());
        for (int ahead = 1; ahead <= days; ahead++) {
            wanted += demand.on(ahead);
        }
        return demand.perDay() <= 0 ? 0 : (long) Math.max(0, Math.ceil(wanted - position - 1e-9));
    }

    private long excess(long position, DemandAhead demand) {
        double sold = 0;
        for (int ahead = 1; ahead <= rules.overstockDays(); ahead++) {
            sold += demand.on(ahead);
        }
        return (long) Math.max(0, Math.floor(position - sold + 1e-9));
    }

    private static BigDecimal value(StockAtHand stock, long excess) {
        long units = stock.lots().stream().mapToLong(LotPart::units).sum();
        BigDecimal value =
                stock.lots().stream().map(LotPart::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return units == 0
                ? BigDecimal.ZERO
                : value.multiply(BigDecimal.valueOf(Math.min(excess, units)))
                        .divide(BigDecimal.valueOf(units), value.scale(), RoundingMode.HALF_EVEN);
    }

    private static long oldestDays(LocalDate day, StockAtHand stock) {
        return stock.lots().stream().mapToLong(lot -> lot.ageDays(day)).max().orElse(0);
    }

    private long agedUnits(LocalDate day, StockAtHand stock) {
        return stock.lots().stream()
                .filter(lot -> lot.ageDays(day) > rules.agedDays())
                .mapToLong(LotPart::units)
                .sum();
    }

    /** Lots are sold as they expire; of each what demand until its last day leaves over. */
    private static long expiringUnits(LocalDate day, StockAtHand stock, DemandAhead demand) {
        List<LotPart> perishable = new ArrayList<>(stock.lots());
        perishable.removeIf(lot -> lot.expiresOn() == null);
        perishable.sort(Comparator.comparing(LotPart::expiresOn));
        double sold = 0;
        int ahead = 0;
        double used = 0;
        long over = 0;
        for (LotPart lot : perishable) {
            long days = Math.min(LONGEST_COVER, ChronoUnit.DAYS.between(day, lot.expiresOn()));
            while (ahead < days) {
                ahead++;
                sold += demand.on(ahead);
            }
            double left = Math.max(0, lot.units() - Math.max(0, sold - used));
            used += lot.units() - left;
            over += (long) Math.floor(left + 1e-9);
        }
        return over;
    }
}
