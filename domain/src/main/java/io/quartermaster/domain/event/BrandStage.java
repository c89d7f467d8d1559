package io.quartermaster.domain.event;

/** Where a brand stands in its cooperation with the platform. */
public enum BrandStage {
    PROSPECT,
    EVALUATED,
    TRIAL,
    CONTRACTED,
    SUSPENDED,
    ENDED
}
