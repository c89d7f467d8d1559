package io.quartermaster.domain.text;

/** How a classifier learns. */
public enum ClassifierMethod {
    /** Support vectors: one plane per label. Quick, small, good for two labels on longer texts. */
    LINEAR,
    /** Networks with one hidden layer, averaged: better where many labels are near each other. */
    NETWORK
}
