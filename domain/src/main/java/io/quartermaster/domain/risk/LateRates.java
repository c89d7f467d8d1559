package io.quartermaster.domain.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Late shares of every group as they were known on a day: only lines whose due day is over by then
 * count. Each is drawn towards the share of all lines, which counts as {@code priorLines}; that one
 * is drawn towards one in ten.
 */
public final class LateRates {

    private static final double FIRST_GUESS = 0.1;
    private static final double GUESS_LINES = 1;
    private static final double LEAST = 1e-4;

    private final double halfLifeDays;
    private final double priorLines;
    private final List<Map<String, LateRate>> byColumn;
    private LateRate all;

    /** Nothing known yet of so many columns of groups. */
    LateRates(int columns, double halfLifeDays, double priorLines) {
        this.halfLifeDays = halfLifeDays;
        this.priorLines = priorLines;
        this.byColumn = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            byColumn.add(new HashMap<>());
        }
        this.all = LateRate.NONE;
    }

    /** As it was kept. */
    LateRates(Snapshot snapshot, double halfLifeDays, double priorLines) {
        this(snapshot.byColumn().size(), halfLifeDays, priorLines);
        for (int column = 0; column < byColumn.size(); column++) {
            byColumn.get(column).putAll(snapshot.byColumn().get(column));
        }
        this.all = snapshot.all();
    }

    /**
     * What is known, to be kept.
     *
     * @param all of all lines
     * @param byColumn per column of groups, the rate of each value
     */
    public record Snapshot(LateRate all, List<Map<String, LateRate>> byColumn) {
        public Snapshot {
            byColumn = List.copyOf(byColumn);
        }
    }

    Snapshot snapshot() {
        List<Map<String, LateRate>> copies = new ArrayList<>();
        byColumn.forEach(rates -> copies.add(new TreeMap<>(rates)));
        return new Snapshot(all, copies);
    }

    /** Counts a line; lines come by due day. */
    void add(SupplyLine line) {
        all = all.plus(line.dueDay(), line.isLate(), halfLifeDays);
        for (int column = 0; column < byColumn.size(); column++) {
            byColumn.get(column)
                    .merge(
                            line.groups().get(column),
                            LateRate.NONE.plus(line.dueDay(), line.isLate(), halfLifeDays),
                            (known, first) ->
                                    known.plus(line.dueDay(), line.isLate(), halfLifeDays));
        }
    }

    /** Log odds of a line's groups, as known on a day; one per column. */
    double[] logOdds(SupplyLine line, long day) {
        double prior = shareOfAll(day);
        double[] odds = new double[byColumn.size()];
        for (int column = 0; column < odds.length; column++) {
            LateRate rate =
                    byColumn.get(column).getOrDefault(line.groups().get(column), LateRate.NONE);
            double share = rate.at(day, halfLifeDays).share(prior, priorLines);
            double bounded = Math.min(Math.max(share, LEAST), 1 - LEAST);
            odds[column] = Math.log(bounded / (1 - bounded));
        }
        return odds;
    }

    /** Late share of all lines, as known on a day. */
    double shareOfAll(long day) {
        return all.at(day, halfLifeDays).share(FIRST_GUESS, GUESS_LINES);
    }

    /**
     * Log odds of many lines, each as known when it was ordered, but never later than a day.
     *
     * @param history lines whose end may be known, in any order
     * @param lines lines to tell of
     * @param latestDay epoch day after which nothing is learned
     */
    double[][] asOrdered(List<SupplyLine> history, List<SupplyLine> lines, long latestDay) {
        List<SupplyLine> ended = new ArrayList<>(history);
        ended.sort(Comparator.comparingLong(SupplyLine::dueDay));
        double[][] odds = new double[lines.size()][];
        int next = 0;
        for (int index : byKnowledge(lines, latestDay)) {
            long day = Math.min(lines.get(index).orderedDay(), latestDay);
            while (next < ended.size() && ended.get(next).dueDay() < day) {
                add(ended.get(next));
                next++;
            }
            odds[index] = logOdds(lines.get(index), day);
        }
        return odds;
    }

    private static List<Integer> byKnowledge(List<SupplyLine> lines, long latestDay) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong(i -> Math.min(lines.get(i).orderedDay(), latestDay)));
        return order;
    }
}
