package io.quartermaster.engines.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What {@code model.properties} says of the SavedModel beside it. */
record ModelProperties(Path file, Map<String, String> values) {

    static final String FILE = "model.properties";

    /**
     * Reads them.
     *
     * @param form number of the form of graph that is wanted
     * @param verb that trains such a model
     * @throws IllegalArgumentException when the folder holds no model, or one of another form
     */
    static ModelProperties read(Path folder, String form, String verb) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve("saved_model.pb"))) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no model.\nMaybe train one: %s --output %s"
                            .formatted(folder, verb, folder));
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
        if (!form.equals(values.get("form"))) {
            throw new IllegalArgumentException(
                    "The model of %s has the form (%s), this version reads %s.\nMaybe train it again: %s"
                            .formatted(folder, values.get("form"), form, verb));
        }
        return new ModelProperties(file, values);
    }

    int whole(String key) {
        return Integer.parseInt(required(key));
    }

    double number(String key) {
        return Double.parseDouble(required(key));
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(required(key));
    }

    String required(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the line " + key + " is missing");
        }
        return value;
    }

    IllegalArgumentException damaged(IllegalArgumentException cause) {
        return new IllegalArgumentException(
                "The file (%s) is damaged: %s.\nMaybe train the model again."
                        .formatted(file, cause.getMessage()),
                cause);
    }
}
