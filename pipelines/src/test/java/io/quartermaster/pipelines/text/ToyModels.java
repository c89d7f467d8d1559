package io.quartermaster.pipelines.text;

import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.LabelledTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small models that learn in milliseconds. */
final class ToyModels {

    private ToyModels() {}

    /** Trains one and writes it below a folder; the model's own folder. */
    static String write(Path folder, String name, List<String> texts, List<String> labels)
            throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        ClassifierFile.write(
                new ClassifierTrainer(ClassifierSettings.STANDARD.with(ClassifierMethod.LINEAR))
                        .train(new LabelledTexts(texts, labels))
                        .classifier(),
                model);
        return model.toString();
    }
}
