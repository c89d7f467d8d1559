package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.forecast.EpochLoss;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Trains models that score a candidate from its features. */
public interface RankerEngine extends Engine {

    /**
     * Trains a model and exports it to a folder.
     *
     * @param data rows in time order
     * @param options size, rate, epochs, seed
     * @param folder where the exported model goes; created
     * @param progress called after each epoch
     * @return the losses of every epoch, and what they are to be compared with
     * @throws IllegalArgumentException when no row is left to train on, or a label is neither 0 nor
     *     1 where the loss asks for it
     */
    RankerReport train(
            RankerTrainingSet data,
            RankerOptions options,
            Path folder,
            Consumer<EpochLoss> progress);

    /**
     * Opens a model.
     *
     * @throws IllegalArgumentException when the folder holds no ranker, or one of another form
     */
    Ranker open(Path folder);
}
