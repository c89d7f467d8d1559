package io.quartermaster.domain.forecast;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineUse;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Trains and serves recurrent sequence models. */
public interface SequenceModelEngine extends Engine {

    /**
     * Trains a model and exports it to a folder.
     *
     * @param data scaled series, in time order
     * @param options size, loss, optimiser, epochs, seed
     * @param folder where the exported model goes; created
     * @param progress called after each epoch
     * @return the losses of every epoch
     */
    TrainingReport train(
            SequenceTrainingSet data,
            SequenceModelOptions options,
            Path folder,
            Consumer<EpochLoss> progress);

    /**
     * Loads an exported model. One model belongs to one thread.
     *
     * @throws IllegalArgumentException when the folder holds no model, or one of another form
     */
    SequenceModel load(Path folder);

    /**
     * Opens an exported model for further training, its optimiser without memory. One trainer
     * belongs to one thread.
     *
     * @throws IllegalArgumentException when the folder holds no model, or one of another form
     */
    SequenceTrainer trainer(Path folder);

    /** How often loaded models were called in this process, and the series rows they carried. */
    EngineUse use();
}
