package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.GramSettings;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.NetworkSettings;
import io.quartermaster.pipelines.text.LabelledTextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What a classifier learns from, and how. */
final class ClassifierLearning {

    private static final Pattern RANGE = Pattern.compile("(\\d)-(\\d)");
    private static final ClassifierSettings STANDARD = ClassifierSettings.STANDARD;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--text",
            defaultValue = "text",
            paramLabel = "COLUMN",
            description = "Column of the texts (default: ${DEFAULT-VALUE}).")
    private String text;

    @Option(
            names = "--label",
            defaultValue = "label",
            paramLabel = "COLUMN",
            description = "Column of the labels (default: ${DEFAULT-VALUE}).")
    private String label;

    @Option(
            names = "--method",
            defaultValue = "NETWORK",
            description =
                    "linear (support vectors: quick and small) or network (better with many labels) (default: network).")
    private ClassifierMethod method;

    @Option(
            names = "--words",
            defaultValue = "2",
            description = "Longest run of words that is a term, 0 for none (default: 2).")
    private int words;

    @Option(
            names = "--characters",
            defaultValue = "2-5",
            paramLabel = "MIN-MAX",
            description = "Runs of characters that are terms, 0 for none (default: 2-5).")
    private String characters;

    @Option(
            names = "--min-texts",
            defaultValue = "1",
            description = "Texts that must hold a term for it to count (default: 1).")
    private int minTexts;

    @Option(
            names = "--cost",
            defaultValue = "1",
            description = "Of linear: how much a text on the wrong side weighs (default: 1).")
    private double cost;

    @Option(names = "--hidden", description = "Of network: its hidden units (default: 256).")
    private int hidden = STANDARD.network().hidden();

    @Option(names = "--members", description = "Of network: how many are averaged (default: 3).")
    private int members = STANDARD.network().members();

    @Option(names = "--epochs", description = "Of network: looks at each text (default: 20).")
    private int epochs = STANDARD.network().epochs();

    @Option(names = "--learning-rate", description = "Of network, of Adam (default: 0.002).")
    private double learningRate = STANDARD.network().learningRate();

    @Option(
            names = "--validation",
            defaultValue = "0.1",
            description = "Share of the texts held out to set the confidence by (default: 0.1).")
    private double validation;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    LabelledTexts texts() throws IOException {
        return LabelledTextFile.read(input, text, label);
    }

    ClassifierSettings settings() {
        NetworkSettings network =
                new NetworkSettings(
                        hidden,
                        members,
                        epochs,
                        learningRate,
                        STANDARD.network().inputDrop(),
                        STANDARD.network().hiddenDrop(),
                        STANDARD.network().batch());
        return new ClassifierSettings(method, grams(), cost, network, validation, seed);
    }

    private GramSettings grams() {
        if (characters.equals("0")) {
            return new GramSettings(words, 1, 0, minTexts);
        }
        Matcher range = RANGE.matcher(characters);
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    "The runs of characters (%s) cannot be read.\nMaybe --characters 2-5, or 0 for none."
                            .formatted(characters));
        }
        int shortest = Integer.parseInt(range.group(1));
        int longest = Integer.parseInt(range.group(2));
        if (longest < shortest) {
            throw new IllegalArgumentException(
                    "The runs of characters (%s) end before they begin.\nMaybe --characters %d-%d."
                            .formatted(characters, longest, shortest));
        }
        return new GramSettings(words, shortest, longest, minTexts);
    }
}
