package io.quartermaster.domain.recommendation.model;

/** A kind of model whose settings a trial chooses. */
interface ModelFamily {

    /** Its name in what is said. */
    String name();

    /** The settings that do best. */
    Tuned tune(Trial trial);
}
