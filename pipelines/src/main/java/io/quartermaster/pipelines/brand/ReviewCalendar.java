package io.quartermaster.pipelines.brand;

import io.quartermaster.pipelines.event.DayClock;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The days at whose end every brand is judged: every {@code everyDays} days such that the day
 * before the anchor is one; from there on the day before each plan day; and the last day of the
 * run.
 *
 * @param clock cuts the days
 * @param anchor start of the tail, or the epoch
 * @param everyDays days between reviews
 * @param planEveryDays days between plan days
 */
record ReviewCalendar(DayClock clock, LocalDate anchor, int everyDays, int planEveryDays)
        implements Serializable {

    ReviewCalendar {
        if (everyDays < 1) {
            throw new IllegalArgumentException(
                    "The option (%s), %d, must be 1 or more.\nMaybe 7."
                            .formatted(BrandOptions.REVIEW_EVERY_DAYS.key(), everyDays));
        }
    }

    boolean isReview(LocalDate day) {
        long since = day.toEpochDay() - anchor.minusDays(1).toEpochDay();
        boolean regular = Math.floorMod(since, everyDays) == 0;
        boolean beforePlan = since >= 0 && since % planEveryDays == 0;
        return regular || beforePlan || day.equals(clock.lastDay());
    }

    /** The first review on or after a day. */
    LocalDate reviewFrom(LocalDate day) {
        LocalDate review = day;
        while (!isReview(review)) {
            review = review.plusDays(1);
        }
        return review;
    }

    /** End of the first review on or after the day of an event. */
    long reviewEndFrom(long millis) {
        return clock.endMillis(reviewFrom(clock.dayOf(millis)));
    }

    /** Whether a bounded run goes on to the review after this day. */
    boolean hasReviewAfter(LocalDate day) {
        return clock.lastDay() != null && day.isBefore(clock.lastDay());
    }
}
