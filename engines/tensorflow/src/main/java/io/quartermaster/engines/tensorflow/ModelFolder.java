package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;

/**
 * A model on disk: a SavedModel with the signatures of {@link LstmGraph}, and {@code
 * model.properties} beside it with the form's number, the options and the version of the weights.
 */
final class ModelFolder {

    /** Number of this form of graph; another one is refused. */
    private static final String FORM = "lstm-4";

    /**
     * What the metadata says.
     *
     * @param options shape and training
     * @param version hash of the weights
     */
    record Metadata(SequenceModelOptions options, String version) {}

    private ModelFolder() {}

    /** Exports a graph that only serves, so that the optimiser's memory stays out of it. */
    static void export(SequenceModelOptions options, Weights weights, Path folder) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            Files.createDirectories(folder);
            LstmGraph model = new LstmGraph(graph, options);
            var signatures = model.serving();
            model.weights().assign(session, weights);
            save(session, folder, metadata(options, weights.version()), signatures);
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be written to " + folder + ".", e);
        }
    }

    /** Writes a session's graph, and its metadata beside it. */
    static void save(
            Session session, Path folder, Map<String, Object> metadata, Signature... signatures)
            throws IOException {
        SavedModelBundle.exporter(folder.toString())
                .withSession(session)
                .withSignatures(signatures)
                .export();
        String lines =
                metadata.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        Files.writeString(folder.resolve(ModelProperties.FILE), lines);
    }

    /**
     * Reads the metadata.
     *
     * @throws IllegalArgumentException when the folder holds no model, or one of another form
     */
    static Metadata read(Path folder) {
        ModelProperties values = ModelProperties.read(folder, FORM, "train lstm");
        try {
            SequenceModelOptions options =
                    new SequenceModelOptions(shape(values), training(values));
            return new Metadata(options, values.required("version"));
        } catch (IllegalArgumentException e) {
            throw values.damaged(e);
        }
    }

    /** Reads the weights. */
    static Weights weights(Path folder, SequenceModelOptions options) {
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString())) {
            return WeightVariables.read(bundle.session(), LstmWeights.slots(options));
        }
    }

    private static SequenceShape shape(ModelProperties values) {
        return new SequenceShape(
                values.required("features"),
                values.whole("inputs"),
                values.whole("known_inputs"),
                values.whole("static_inputs"),
                values.whole("hidden"),
                values.whole("layers"),
                values.flag("deep"),
                values.whole("horizon"),
                values.whole("encoder_steps"),
                quantiles(values.required("quantiles")));
    }

    private static SequenceTraining training(ModelProperties values) {
        return new SequenceTraining(
                values.required("loss"),
                values.required("optimizer"),
                values.number("learning_rate"),
                values.flag("falling"),
                values.number("clip_norm"),
                values.whole("epochs"),
                values.whole("patience"),
                values.whole("batch_size"),
                values.number("validation"),
                Long.parseLong(values.required("seed")));
    }

    private static double[] quantiles(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Map<String, Object> metadata(SequenceModelOptions options, String version) {
        SequenceShape shape = options.shape();
        SequenceTraining training = options.training();
        Map<String, Object> values = new TreeMap<>();
        values.put("form", FORM);
        values.put("version", version);
        values.put("features", shape.features());
        values.put("inputs", shape.inputs());
        values.put("known_inputs", shape.knownInputs());
        values.put("static_inputs", shape.staticInputs());
        values.put("hidden", shape.hidden());
        values.put("layers", shape.layers());
        values.put("deep", shape.isDeep());
        values.put("horizon", shape.horizon());
        values.put("encoder_steps", shape.encoderSteps());
        values.put("quantiles", commas(shape.quantiles()));
        values.put("loss", training.loss());
        values.put("optimizer", training.optimizer());
        values.put("learning_rate", training.learningRate());
        values.put("falling", training.isFalling());
        values.put("clip_norm", training.clipNorm());
        values.put("epochs", training.epochs());
        values.put("patience", training.patience());
        values.put("batch_size", training.batchSize());
        values.put("validation", training.validation());
        values.put("seed", training.seed());
        return values;
    }

    private static String commas(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
    }
}
