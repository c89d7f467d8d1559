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

    static final String METADATA = "model.properties";

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
        Files.writeString(folder.resolve(METADATA), lines);
    }

    /**
     * Reads the metadata.
     *
     * @throws IllegalArgumentException when the folder holds no model, or one of another form
     */
    static Metadata read(Path folder) {
        Path file = folder.resolve(METADATA);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve("saved_model.pb"))) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no model.\nMaybe train one: train lstm --output %s"
                            .formatted(folder, folder));
        }
        Map<String, String> values = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", e);
        }
        if (!FORM.equals(values.get("form"))) {
            throw new IllegalArgumentException(
                    "The model of %s has the form (%s), this version reads %s.\nMaybe train it again."
                            .formatted(folder, values.get("form"), FORM));
        }
        return parse(file, values);
    }

    /** Reads the weights. */
    static Weights weights(Path folder, SequenceModelOptions options) {
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString())) {
            return WeightVariables.read(bundle.session(), LstmWeights.slots(options));
        }
    }

    private static Metadata parse(Path file, Map<String, String> values) {
        try {
            return new Metadata(options(values), required(values, "version"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The file (%s) is damaged: %s.\nMaybe train the model again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static SequenceModelOptions options(Map<String, String> values) {
        return new SequenceModelOptions(shape(values), training(values));
    }

    private static SequenceShape shape(Map<String, String> values) {
        return new SequenceShape(
                required(values, "features"),
                whole(values, "inputs"),
                whole(values, "known_inputs"),
                whole(values, "static_inputs"),
                whole(values, "hidden"),
                whole(values, "layers"),
                Boolean.parseBoolean(required(values, "deep")),
                whole(values, "horizon"),
                whole(values, "encoder_steps"),
                quantiles(required(values, "quantiles")));
    }

    private static SequenceTraining training(Map<String, String> values) {
        return new SequenceTraining(
                required(values, "loss"),
                required(values, "optimizer"),
                number(values, "learning_rate"),
                Boolean.parseBoolean(required(values, "falling")),
                number(values, "clip_norm"),
                whole(values, "epochs"),
                whole(values, "patience"),
                whole(values, "batch_size"),
                number(values, "validation"),
                Long.parseLong(required(values, "seed")));
    }

    private static int whole(Map<String, String> values, String key) {
        return Integer.parseInt(required(values, key));
    }

    private static double number(Map<String, String> values, String key) {
        return Double.parseDouble(required(values, key));
    }

    private static double[] quantiles(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String required(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the line " + key + " is missing");
        }
        return value;
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
