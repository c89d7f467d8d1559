package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.text.LogisticCurve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/** A ranker on disk: a SavedModel, and {@code model.properties} beside it. */
final class RankerFolder {

    /** Number of this form of graph; another one is refused. */
    private static final String FORM = "ranker-2";

    /**
     * What the metadata says.
     *
     * @param features names, in the order of the graph's input
     * @param loss label of what was made small
     * @param version hash of the weights
     */
    record Metadata(List<String> features, String loss, String version) {}

    private RankerFolder() {}

    /** Exports a graph that only serves, so that the optimiser's memory stays out of it. */
    static void export(
            RankerTrainer trainer,
            List<String> features,
            RankerOptions options,
            RankerTrainer.Trained trained,
            Path folder) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            Files.createDirectories(folder);
            RankerGraph model = trainer.graph(graph);
            var serving = model.serving(trained.curve());
            Weights weights = trained.best().weights();
            model.weights().assign(session, weights);
            ModelFolder.save(
                    session,
                    folder,
                    metadata(features, options, weights.version(), trained.curve()),
                    serving);
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be written to " + folder + ".", e);
        }
    }

    private static Map<String, Object> metadata(
            List<String> features, RankerOptions options, String version, LogisticCurve curve) {
        Map<String, Object> values = new TreeMap<>();
        values.put("form", FORM);
        values.put("version", version);
        values.put("features", String.join(",", features));
        values.put(
                "hidden",
                options.hidden().stream().map(String::valueOf).collect(Collectors.joining(",")));
        values.put("loss", options.loss().label());
        values.put("optimizer", options.optimizer());
        values.put("learning_rate", options.learningRate());
        values.put("epochs", options.epochs());
        values.put("patience", options.patience());
        values.put("batch_size", options.batchSize());
        values.put("validation", options.validation());
        values.put("seed", options.seed());
        values.put("curve_slope", curve.slope());
        values.put("curve_offset", curve.offset());
        return values;
    }

    /**
     * Reads the metadata.
     *
     * @throws IllegalArgumentException when the folder holds no ranker, or one of another form
     */
    static Metadata read(Path folder) {
        ModelProperties values = ModelProperties.read(folder, FORM, "train ranker");
        try {
            return new Metadata(
                    List.of(values.required("features").split(",")),
                    values.required("loss"),
                    values.required("version"));
        } catch (IllegalArgumentException e) {
            throw values.damaged(e);
        }
    }
}
