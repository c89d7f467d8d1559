package io.quartermaster.engines.tensorflow;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What training makes small. The quantiles are always fitted by pinball loss, max(q e, (q - 1) e)
 * with e = actual - forecast; the losses differ in what the mean is fitted by, and in whether the
 * encoder learns from the quantiles too.
 */
enum TrainingLoss {
    /** Squared error of the mean; quantiles are fitted beside it and do not move the encoder. */
    MSE("mse"),

    /** Pinball loss of the quantiles and squared error of the mean together. */
    PINBALL("pinball"),

    /**
     * Negative log-likelihood of a negative binomial with mean m and dispersion a (variance m + a
     * m^2), as in DeepAR; quantiles are fitted beside it.
     */
    NEGATIVE_BINOMIAL("negative-binomial");

    private final String spelling;

    TrainingLoss(String spelling) {
        this.spelling = spelling;
    }

    static TrainingLoss of(String spelling) {
        return Arrays.stream(values())
                .filter(loss -> loss.spelling.equals(spelling))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The loss (%s) is not known.\nMaybe one of: %s."
                                                .formatted(spelling, all())));
    }

    private static String all() {
        return Arrays.stream(values()).map(loss -> loss.spelling).collect(Collectors.joining(", "));
    }
}
