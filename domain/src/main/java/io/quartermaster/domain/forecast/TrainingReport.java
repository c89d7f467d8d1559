package io.quartermaster.domain.forecast;

import java.util.List;

/**
 * How training went.
 *
 * @param losses one per epoch
 * @param bestEpoch the epoch whose weights were kept
 * @param trainingWindows number of windows trained on
 * @param validationWindows number of windows held out
 * @param version hash of the exported weights
 */
public record TrainingReport(
        List<EpochLoss> losses,
        int bestEpoch,
        int trainingWindows,
        int validationWindows,
        String version) {

    public TrainingReport {
        losses = List.copyOf(losses);
    }
}
