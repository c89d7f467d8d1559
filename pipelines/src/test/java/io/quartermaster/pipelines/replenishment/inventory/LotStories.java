package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotHistory;
import io.quartermaster.domain.replenishment.lots.LotRules;
import io.quartermaster.domain.replenishment.lots.MovementKind;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.domain.replenishment.lots.StockValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Drawn reports of one item at two places, every kind of bad report among them. */
final class LotStories {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LotRules RULES = new LotRules(9, 20);

    private LotStories() {}

    /** In the order of their times. */
    static List<StockMovement> random(long seed, int days) {
        Random draws = new Random(seed);
        List<StockMovement> reports = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int i = draws.nextInt(6); i > 0; i--) {
                reports.add(any(draws, day, day * 10 + i));
            }
        }
        reports.sort(StockMovement.IN_ORDER);
        return reports;
    }

    private static StockMovement any(Random draws, int day, int number) {
        MovementKind[] often = {
            MovementKind.RECEIPT,
            MovementKind.RECEIPT,
            MovementKind.SALE,
            MovementKind.SALE,
            MovementKind.SALE,
            MovementKind.RETURN,
            MovementKind.CANCELLATION,
            MovementKind.CANCELLATION,
            MovementKind.COUNT,
            MovementKind.COST
        };
        MovementKind kind = often[draws.nextInt(often.length)];
        boolean receipt = kind == MovementKind.RECEIPT;
        boolean takesBack = kind == MovementKind.RETURN || kind == MovementKind.CANCELLATION;
        int version = receipt && draws.nextInt(4) == 0 ? 2 + draws.nextInt(2) : 1;
        int repeated = draws.nextInt(12) == 0 ? 10 * (1 + draws.nextInt(11)) : 0;
        LocalDate expiresOn = FIRST.plusDays(day + draws.nextInt(14) - 1);
        return new StockMovement(
                kind,
                kind.label().charAt(0) + "-" + Math.max(0, number - repeated),
                FIRST.plusDays(day).atTime(draws.nextInt(24), 0).toInstant(ZoneOffset.UTC),
                FIRST.plusDays(day),
                "A",
                kind == MovementKind.COST ? "" : draws.nextInt(4) == 0 ? "other" : "main",
                draws.nextInt(40) == 0 ? -2 : draws.nextInt(10) * (receipt ? 2 : 1),
                receipt || kind == MovementKind.COST
                        ? new BigDecimal(draws.nextInt(300) + "." + draws.nextInt(1000))
                        : null,
                receipt || kind == MovementKind.COST ? "EUR" : "",
                receipt ? "L" + (number / 25 + (version > 1 ? 0 : draws.nextInt(2))) : "",
                receipt && draws.nextBoolean() ? expiresOn : null,
                takesBack ? "s-" + Math.max(0, number - draws.nextInt(120)) : "",
                version,
                "");
    }

    /** Days from the first to the last report's. */
    static LocalDate lastDay(List<StockMovement> reports) {
        return reports.stream()
                .map(StockMovement::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    /** What the domain makes of all reports at once. */
    static List<String> expected(
            List<StockMovement> reports, List<LotOrder> methods, LotRules rules) {
        List<LotAllocation> allocations = new ArrayList<>();
        List<StockValue> values = new ArrayList<>();
        for (LotOrder method : methods) {
            LotHistory history = LotHistory.of("A", method, rules, reports);
            allocations.addAll(history.allocations());
            values.addAll(history.values());
        }
        return last(allocations, values);
    }

    /** What stands in the end: the last revision of each, without what was taken back. */
    static List<String> last(List<LotAllocation> allocations, List<StockValue> values) {
        Map<String, String> last = new TreeMap<>();
        for (LotAllocation one : allocations) {
            last.put(one.method() + "|" + one.key(), text(one));
        }
        for (StockValue one : values) {
            String text = one.withdrawn() ? "" : one.revised(0).toString();
            last.put(one.method() + "|value|" + one.key(), text);
        }
        return last.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private static String text(LotAllocation one) {
        return one.withdrawn()
                ? ""
                : "%d %s %s %s"
                        .formatted(one.units(), one.currency(), List.of(one.parts()), one.note());
    }
}
