package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;

/**
 * What corrections of a series start from: its memory some days back. Two of them take turns, so
 * that the older one always lies as many days back as may still be corrected, twice as many at
 * most.
 *
 * @param older null while the series is young: a correction starts from nothing then
 * @param newer null until the first one is taken
 * @param corrections carried out so far
 */
public record CorrectionMemories(ForecastMemory older, ForecastMemory newer, int corrections) {

    static CorrectionMemories none() {
        return new CorrectionMemories(null, null, 0);
    }

    /** Whether the memory of today is to be kept as the newer one. */
    boolean isDue(ForecastMemory today, int days) {
        long last = newer == null ? today.history().firstDay() - 1 : newer.history().lastDay();
        return today.history().lastDay() - last >= days;
    }

    CorrectionMemories next(ForecastMemory today) {
        return new CorrectionMemories(newer, today, corrections);
    }

    CorrectionMemories corrected() {
        return new CorrectionMemories(older, newer, corrections + 1);
    }

    /** With the newer one made again on its day. */
    CorrectionMemories withNewer(ForecastMemory again) {
        return new CorrectionMemories(older, again, corrections);
    }

    /** With a day that lies before both of them in their histories. */
    CorrectionMemories correctHistory(DemandWindow window) {
        return new CorrectionMemories(
                older.correctHistory(window), newer.correctHistory(window), corrections);
    }

    boolean isDayOfNewer(long day) {
        return newer != null && newer.history().lastDay() == day;
    }

    /** Whether a day can be corrected in everything that was made of it. */
    boolean reaches(long day) {
        return older == null || day > older.history().lastDay();
    }
}
