package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.forecast.EpochLoss;
import java.util.List;

/**
 * How training went.
 *
 * @param losses one per epoch: mean squared error in the label's unit, squared, or the mean log
 *     loss, by what is made small
 * @param trainingRows number of rows trained on
 * @param validationRows number of rows held out
 * @param meansError squared error on the rows held out of always answering the training rows' mean
 *     label; NaN if none are held out
 * @param version hash of the exported weights
 */
public record RankerReport(
        List<EpochLoss> losses,
        int trainingRows,
        int validationRows,
        double meansError,
        String version) {

    public RankerReport {
        losses = List.copyOf(losses);
    }
}
