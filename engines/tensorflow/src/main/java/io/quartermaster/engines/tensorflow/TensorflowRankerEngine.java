package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/** Rankers by TensorFlow on the CPU: one hidden layer, trained and exported as a SavedModel. */
public final class TensorflowRankerEngine implements RankerEngine {

    /** Number of this form of graph. */
    private static final String FORM = "ranker-1";

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
        Epochs.Best best = trainer.train(progress);
        export(trainer, data, options, best.weights(), folder);
        return new RankerReport(
                best.losses(),
                trainer.trainingRows(),
                data.rows() - trainer.trainingRows(),
                trainer.meansError(),
                best.weights().version());
    }

    /** Exports a graph that only serves, so that the optimiser's memory stays out of it. */
    private static void export(
            RankerTrainer trainer,
            RankerTrainingSet data,
            RankerOptions options,
            Weights weights,
            Path folder) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            Files.createDirectories(folder);
            RankerGraph model =
                    new RankerGraph(graph, options.hidden(), trainer.inputs(), trainer.label());
            var serving = model.serving();
            model.weights().assign(session, weights);
            ModelFolder.save(session, folder, metadata(data, options, weights.version()), serving);
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be written to " + folder + ".", e);
        }
    }

    private static Map<String, Object> metadata(
            RankerTrainingSet data, RankerOptions options, String version) {
        Map<String, Object> values = new TreeMap<>();
        values.put("form", FORM);
        values.put("version", version);
        values.put("features", String.join(",", data.names()));
        values.put("hidden", options.hidden());
        values.put("optimizer", options.optimizer());
        values.put("learning_rate", options.learningRate());
        values.put("epochs", options.epochs());
        values.put("batch_size", options.batchSize());
        values.put("validation", options.validation());
        values.put("seed", options.seed());
        return values;
    }
}
