package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingReport;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Sequence models by TensorFlow on the CPU; trains with its Java API and serves through DJL. */
public final class TensorflowEngine implements SequenceModelEngine {

    /** One count for the process: every instance that the service loader makes adds to it. */
    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return TensorflowLibrary.NAME;
    }

    @Override
    public EngineStatus probe() {
        return TensorflowLibrary.probe();
    }

    @Override
    public TrainingReport train(
            SequenceTrainingSet data,
            SequenceModelOptions options,
            Path folder,
            Consumer<EpochLoss> progress) {
        check(data, options);
        TensorflowLibrary.load();
        LstmTrainer.Trained trained = new LstmTrainer(data, options).train(progress);
        Epochs.Best best = trained.best();
        ModelFolder.export(options, best.weights(), folder);
        return new TrainingReport(
                best.losses(),
                best.epoch(),
                trained.trainingWindows(),
                trained.validationWindows(),
                best.weights().version());
    }

    private static void check(SequenceTrainingSet data, SequenceModelOptions options) {
        TrainingLoss.of(options.training().loss());
        Optimiser.check(options.training().optimizer());
        if (data.histories().length == 0) {
            throw new IllegalArgumentException(
                    "There is no window to train on.\nMaybe the history is shorter than %d + %d steps."
                            .formatted(options.encoderSteps(), options.horizon()));
        }
    }

    @Override
    public SequenceModel load(Path folder) {
        ModelFolder.read(folder);
        TensorflowLibrary.load();
        return new TensorflowSequenceModel(folder, USE);
    }

    @Override
    public SequenceTrainer trainer(Path folder) {
        ModelFolder.read(folder);
        TensorflowLibrary.load();
        return new TensorflowTrainer(folder);
    }

    @Override
    public EngineUse use() {
        return USE;
    }
}
