package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A trained model of late deliveries with what is needed to ask it.
 *
 * @param columns of the tables that it reads
 * @param typicalLeadDays for lines that do not tell when they were ordered
 * @param model the model
 */
public record LateModelFile(SupplyColumns columns, long typicalLeadDays, LateDeliveryModel model) {

    /** Its name in a model's folder. */
    public static final String NAME = "late.json";

    /** Writes it into a folder. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), text());
    }

    /**
     * Reads it from a folder.
     *
     * @throws IllegalArgumentException when none is there or it cannot be read
     */
    public static LateModelFile read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return parse(Files.readString(file));
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The model (%s) cannot be read.\nMaybe train it first: quartermaster train late --output %s."
                            .formatted(file, folder),
                    e);
        }
    }

    /** The model as text, as {@link #write} leaves it. */
    String text() throws IOException {
        return JsonCodec.mapper().writeValueAsString(this);
    }

    /** Reads the text again. */
    static LateModelFile parse(String text) {
        try {
            return JsonCodec.mapper().readValue(text, LateModelFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
