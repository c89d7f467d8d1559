package io.quartermaster.domain.replenishment.lots;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an item's reports come to: each one counts as it stands, or changed by a later one, or not
 * at all. It depends on the reports and their times alone, not on the order in which they became
 * known.
 *
 * <ul>
 *   <li>A report of a kind and id that was told within the correction days before does not count.
 *   <li>Nor does one of fewer than 0 or more than {@link LotRules#MOST_UNITS} units, or of none
 *       unless it is a count, a cost, or takes a lot back.
 *   <li>A cancellation within the correction days of its order line undoes so many of its units; a
 *       later one is booked like a return.
 *   <li>A receipt of a higher version within the correction days takes the place of the lot's last
 *       one at that place; one that finds none does not count, nor does one whose version was told
 *       or passed. Of version 1 a further receipt is a further part of the lot.
 * </ul>
 */
public final class MovementLog {

    /**
     * A report and what it comes to.
     *
     * @param report as it was told
     * @param counted what is booked of it, null if nothing is
     * @param refused why it, or its open units, do not count; empty if nothing is refused
     * @param refusedUnits how many do not
     * @param day on which it takes effect; of a repeat the day of what it repeats
     */
    public record Entry(
            StockMovement report,
            StockMovement counted,
            String refused,
            long refusedUnits,
            LocalDate day) {

        /** The same report, once its day is booked for good. */
        public StockMovement settled() {
            boolean counts = refused.isEmpty();
            return (counts ? report : report.ofUnits(refusedUnits))
                    .having(counts ? StockMovement.BOOKED : refused);
        }
    }

    private final LotRules rules;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, LocalDate> told = new HashMap<>();
    private final Map<String, Integer> sales = new HashMap<>();
    private final Map<String, Integer> lots = new HashMap<>();

    private MovementLog(LotRules rules) {
        this.rules = rules;
    }

    /** What the reports of one item come to, one entry each, in their order. */
    public static List<Entry> of(Collection<StockMovement> reports, LotRules rules) {
        MovementLog log = new MovementLog(rules);
        reports.stream().sorted(StockMovement.IN_ORDER).forEach(log::add);
        return log.entries;
    }

    private void add(StockMovement report) {
        LocalDate before = told.put(report.name(), report.day());
        if (report.fate().equals(StockMovement.BOOKED)) {
            entries.add(new Entry(report, null, "", 0, report.day()));
            return;
        }
        if (report.fate().isEmpty() && before != null && isWithin(before, report.day())) {
            refuse(report, "told on %s, and again at %s".formatted(before, report.time()), before);
            return;
        }
        String objection = report.fate().isEmpty() ? objection(report) : report.fate();
        if (!objection.isEmpty()) {
            refuse(report, objection, report.day());
            return;
        }
        switch (report.kind()) {
            case CANCELLATION -> cancel(report);
            case RECEIPT -> receive(report);
            case SALE -> {
                sales.put(report.id(), entries.size());
                count(report, report);
            }
            case COST, RETURN, COUNT -> count(report, report);
        }
    }

    /** Why a report cannot count, whatever else is told; empty if it can. */
    public static String objection(StockMovement report) {
        if (report.units() < 0) {
            return "the units are below 0";
        }
        if (report.units() > LotRules.MOST_UNITS) {
            return "the units are above " + LotRules.MOST_UNITS;
        }
        return report.units() == 0 && needsUnits(report) ? "the units are 0" : "";
    }

    private static boolean needsUnits(StockMovement report) {
        return switch (report.kind()) {
            case COST, COUNT -> false;
            case RECEIPT -> !report.corrects();
            case SALE, RETURN, CANCELLATION -> true;
        };
    }

    private void cancel(StockMovement report) {
        Integer at = sales.get(report.about());
        if (at == null || !isWithin(entries.get(at).day(), report.day())) {
            count(report, report);
            return;
        }
        Entry sale = entries.get(at);
        long undone = Math.min(report.units(), sale.counted().units());
        StockMovement left = sale.counted().ofUnits(sale.counted().units() - undone);
        entries.set(at, new Entry(sale.report(), left, "", 0, sale.day()));
        long over = report.units() - undone;
        entries.add(
                new Entry(report, null, over > 0 ? "more than was ordered" : "", over, sale.day()));
    }

    private void receive(StockMovement report) {
        String lot = report.place() + "|" + (report.lot().isEmpty() ? report.id() : report.lot());
        Integer at = lots.get(lot);
        Entry last = at == null ? null : entries.get(at);
        if (last == null || !isWithin(last.day(), report.day())) {
            if (report.corrects()) {
                refuse(
                        report,
                        "no receipt of the lot (%s) within %d days before"
                                .formatted(report.lot(), rules.correctionDays()),
                        report.day());
                return;
            }
            lots.put(lot, entries.size());
            count(report, report);
        } else if (report.version() < last.report().version()
                || (report.corrects() && report.version() == last.report().version())) {
            refuse(
                    report,
                    "version %d of the lot was told before".formatted(last.report().version()),
                    last.day());
        } else {
            boolean corrects = report.version() > last.report().version();
            lots.put(lot, entries.size());
            count(report, corrects ? inPlaceOf(at, report) : report);
        }
    }

    /** The later version as of the earlier one's time; the earlier one counts no more. */
    private StockMovement inPlaceOf(int at, StockMovement report) {
        Entry last = entries.get(at);
        entries.set(at, new Entry(last.report(), null, "", 0, last.day()));
        return report.at(last.counted().time(), last.day());
    }

    private void count(StockMovement report, StockMovement counted) {
        entries.add(new Entry(report, counted, "", 0, counted.day()));
    }

    private void refuse(StockMovement report, String why, LocalDate day) {
        entries.add(new Entry(report, null, why, report.units(), day));
    }

    private boolean isWithin(LocalDate first, LocalDate later) {
        return ChronoUnit.DAYS.between(first, later) <= rules.correctionDays();
    }
}
