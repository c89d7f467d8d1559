package io.quartermaster.pipelines.report;

import java.time.LocalDate;

/**
 * One step of a brand's way with the platform.
 *
 * @param name for example {@code offer} or {@code first_order}
 * @param day when it happened, null if it did not
 * @param title what happened, in a few words
 * @param text with its figures
 */
record StoryStep(String name, LocalDate day, String title, String text) {

    static StoryStep missing(String name, String title) {
        return new StoryStep(name, null, title, "This run holds nothing of it.");
    }

    boolean happened() {
        return day != null;
    }
}
