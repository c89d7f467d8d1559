package io.quartermaster.pipelines.forecast;

/**
 * What is known of a young item at a place.
 *
 * @param item the item
 * @param place the place
 * @param launchDay epoch day of its launch, {@link #UNKNOWN} if it was not told
 * @param life its own days so far; {@code known} is 0 before the first
 */
public record YoungItem(String item, String place, long launchDay, EarlyLife life) {

    static final long UNKNOWN = Long.MAX_VALUE;

    static YoungItem of(EarlyDay first) {
        return new YoungItem(first.item(), first.place(), UNKNOWN, EarlyLife.start(UNKNOWN));
    }

    YoungItem with(EarlyDay news) {
        long day = news.day().toEpochDay();
        if (news.launch()) {
            return new YoungItem(item, place, day, life);
        }
        EarlyLife known = life.known() == 0 ? EarlyLife.start(day) : life;
        return new YoungItem(item, place, launchDay, known.with(day, news.units()));
    }

    /** Whether it has days of its own by the end of this one. */
    boolean sells(long day) {
        return life.known() > 0 && life.firstDay() <= day;
    }

    /** Its age by the end of a day, counted from its first day, or its launch if it has none. */
    long age(long day) {
        long start = sells(day) ? life.firstDay() : launchDay;
        return Math.max(0, day - start + 1);
    }

    /**
     * Units of its days until this one. Days before its launch say nothing; from its launch on it
     * might have sold and did not.
     */
    double[] own(long day) {
        long start = launchDay == UNKNOWN ? life.firstDay() : launchDay;
        int days = (int) Math.max(0, day - start + 1);
        double[] own = new double[days];
        for (int i = 0; i < days && sells(day); i++) {
            own[i] = life.holds(start + i) ? life.units()[(int) (start + i - life.firstDay())] : 0;
        }
        return own;
    }
}
