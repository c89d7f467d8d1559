package io.quartermaster.domain.replenishment.lots;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Books entries in the order of their days, and closes every day and every lot's last day. */
public final class LotReplay {

    private final LotBook book;

    private LocalDate open;

    private LotReplay(LotBook book) {
        this.book = book;
    }

    /**
     * Books what entries come to, on what the book holds.
     *
     * @param entries none of a day that the book has closed
     * @param through last day that is over, no day before the book's last
     */
    public static void of(List<MovementLog.Entry> entries, LotBook book, LocalDate through) {
        LotReplay replay = new LotReplay(book);
        entries.stream()
                .flatMap(LotReplay::steps)
                .sorted(Comparator.comparing(Step::movement, StockMovement.IN_ORDER))
                .forEach(replay::take);
        replay.closeThrough(through);
    }

    private record Step(StockMovement movement, String refused) {}

    private static Stream<Step> steps(MovementLog.Entry entry) {
        Stream<Step> booked =
                entry.counted() == null ? Stream.empty() : Stream.of(new Step(entry.counted(), ""));
        return entry.refused().isEmpty()
                ? booked
                : Stream.concat(
                        booked,
                        Stream.of(
                                new Step(
                                        entry.report().ofUnits(entry.refusedUnits()),
                                        entry.refused())));
    }

    private void take(Step step) {
        if (!step.refused().isEmpty()) {
            book.refuse(step.movement(), step.refused());
            return;
        }
        LocalDate day = step.movement().day();
        if (!day.equals(open)) {
            closeThrough(day.minusDays(1));
            open = day;
        }
        book.book(step.movement());
    }

    /** While a day is open, all that expires before it has been closed. */
    private void closeThrough(LocalDate day) {
        if (open != null && open.isAfter(day)) {
            return;
        }
        if (open != null) {
            book.close(open);
            open = null;
        }
        LocalDate expiry = book.firstExpiry();
        while (expiry != null && !expiry.isAfter(day)) {
            book.close(expiry);
            expiry = book.firstExpiry();
        }
    }
}
