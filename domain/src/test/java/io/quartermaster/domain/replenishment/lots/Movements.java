package io.quartermaster.domain.replenishment.lots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports of what moved an item's stock, in words of the trade. */
final class Movements {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final List<StockMovement> all = new ArrayList<>();

    List<StockMovement> all() {
        return all;
    }

    static LocalDate day(int day) {
        return FIRST.plusDays(day);
    }

    Movements receipt(int day, String lot, long units, String cost) {
        return receipt(day, lot, units, cost, -1);
    }

    /** That may be sold until a day; below 0 it keeps. */
    Movements receipt(int day, String lot, long units, String cost, int expires) {
        return lot(day, 6, "r-" + lot, lot, units, cost, "EUR", expires, 1);
    }

    Movements lot(
            int day,
            int hour,
            String id,
            String lot,
            long units,
            String cost,
            String currency,
            int expires,
            int version) {
        all.add(
                new StockMovement(
                        MovementKind.RECEIPT,
                        id,
                        at(day, hour),
                        day(day),
                        "A",
                        "main",
                        units,
                        new BigDecimal(cost),
                        currency,
                        lot,
                        expires < 0 ? null : day(expires),
                        "",
                        version,
                        ""));
        return this;
    }

    Movements cost(int day, String cost) {
        all.add(
                new StockMovement(
                        MovementKind.COST,
                        "c-" + day,
                        at(day, 1),
                        day(day),
                        "A",
                        "",
                        0,
                        new BigDecimal(cost),
                        "EUR",
                        "",
                        null,
                        "",
                        1,
                        ""));
        return this;
    }

    Movements sale(int day, String id, long units) {
        return plain(MovementKind.SALE, day, 12, id, "main", units, "");
    }

    Movements returned(int day, String id, long units, String about) {
        return plain(MovementKind.RETURN, day, 14, id, "main", units, about);
    }

    Movements cancelled(int day, String id, long units, String about) {
        return plain(MovementKind.CANCELLATION, day, 15, id, "main", units, about);
    }

    Movements counted(int day, long units) {
        return plain(MovementKind.COUNT, day, 23, "n-" + day, "main", units, "");
    }

    Movements plain(
            MovementKind kind,
            int day,
            int hour,
            String id,
            String place,
            long units,
            String about) {
        all.add(
                StockMovement.plain(
                        kind, id, at(day, hour), ZoneOffset.UTC, "A", place, units, about));
        return this;
    }

    private static Instant at(int day, int hour) {
        return day(day).atStartOfDay().plusHours(hour).toInstant(ZoneOffset.UTC);
    }

    /** Some weeks of two places, with every kind of bad report among the good ones. */
    static Movements random(long seed, int days) {
        Random draws = new Random(seed);
        Movements story = new Movements();
        for (int day = 0; day < days; day++) {
            for (int i = draws.nextInt(7); i > 0; i--) {
                story.any(draws, day, day * 10 + i);
            }
        }
        return story;
    }

    private void any(Random draws, int day, int number) {
        String place = draws.nextInt(4) == 0 ? "other" : "main";
        long units = draws.nextInt(50) == 0 ? -3 : draws.nextInt(9);
        String about = "s-" + Math.max(0, number - draws.nextInt(60));
        int hour = draws.nextInt(24);
        switch (draws.nextInt(10)) {
            case 0, 1 -> {
                int version = draws.nextInt(4) == 0 ? 2 : 1;
                String lot = "L" + (number / 30) * (version == 2 ? 1 : draws.nextInt(3));
                int expires = draws.nextBoolean() ? -1 : day + draws.nextInt(12) - 1;
                String cost = draws.nextInt(400) + "." + draws.nextInt(1000);
                lot(day, hour, "r-" + number, lot, 2 * units, cost, "EUR", expires, version);
            }
            case 2, 3, 4, 5 -> plain(MovementKind.SALE, day, hour, "s-" + number, place, units, "");
            case 6 -> plain(MovementKind.RETURN, day, hour, "b-" + number, place, units, about);
            case 7 ->
                    plain(MovementKind.CANCELLATION, day, hour, "x-" + number, place, units, about);
            case 8 -> plain(MovementKind.COUNT, day, hour, "n-" + number, place, units + 2, "");
            default -> {
                cost(day, draws.nextInt(90) + ".335");
                plain(MovementKind.SALE, day, hour, "s-" + (number - 9), place, units, "");
            }
        }
    }
}
