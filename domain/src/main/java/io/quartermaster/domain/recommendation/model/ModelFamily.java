package io.quartermaster.domain.recommendation.model;

/** A kind of model whose settings a trial chooses. */
interface ModelFamily {

    /** Its name in what is said. */
    String name();

    /** What whoever waits should know of it for so many items, empty if nothing. */
    default String note(int items) {
        return "";
    }

    /** The settings that do best. */
    Tuned tune(Trial trial);
}
