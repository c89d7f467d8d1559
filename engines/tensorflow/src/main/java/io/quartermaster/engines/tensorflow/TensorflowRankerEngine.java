package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Rankers by TensorFlow on the CPU: hidden layers, trained and exported as a SavedModel. */
public final class TensorflowRankerEngine implements RankerEngine {

    @Override
    public String name() {
        return TensorflowLibrary.NAME;
    }

    @Override
    public EngineStatus probe() {
        return TensorflowLibrary.probe();
    }

    @Override
    public RankerReport train(
            RankerTrainingSet data,
            RankerOptions options,
            Path folder,
            Consumer<EpochLoss> progress) {
        Optimiser.check(options.optimizer());
        RankerTrainer trainer = new RankerTrainer(data, options);
        TensorflowLibrary.load();
        RankerTrainer.Trained trained = trainer.train(progress);
        RankerFolder.export(trainer, data.names(), options, trained, folder);
        return new RankerReport(
                trained.best().losses(),
                trainer.trainingRows(),
                data.rows() - trainer.trainingRows(),
                trainer.meansError(),
                trained.best().weights().version());
    }

    @Override
    public Ranker open(Path folder) {
        TensorflowLibrary.load();
        return new TensorflowRanker(folder);
    }
}
