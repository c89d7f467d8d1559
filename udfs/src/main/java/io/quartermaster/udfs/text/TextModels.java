package io.quartermaster.udfs.text;

import java.nio.file.Path;

/** Job parameters that name the folders of the models of texts. */
public final class TextModels {

    /** Folder of the model of intents. */
    public static final String INTENT = "text.intent-model-folder";

    /** Folder of the model of sentiment. */
    public static final String SENTIMENT = "text.sentiment-model-folder";

    private TextModels() {}

    /** Opens the model of a function. */
    static ClassifierBundle open(String function, String parameter, String folder) {
        if (folder.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s needs a model.\nMaybe set %s to the folder that train classifier wrote."
                            .formatted(function, parameter));
        }
        return ClassifierBundle.open(Path.of(folder));
    }
}
