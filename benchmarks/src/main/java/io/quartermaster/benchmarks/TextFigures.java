package io.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well classifiers that are trained here do on public sets of texts. */
final class TextFigures {

    private static final String BANKING_TRAIN = "text/banking77_train.csv.gz";
    private static final String BANKING_TEST = "text/banking77_test.csv.gz";
    private static final String SHOPPING = "text/online_shopping_10_cats.csv.gz";
    private static final double BANKING_ASKED = 0.92;
    private static final double SHOPPING_ASKED = 0.938;

    /** TF-IDF of words 1-2 under a linear support vector machine, as published for this split. */
    private static final double BANKING_FLOOR = 0.894;

    private static final List<String> SHOPPING_LEARNING =
            List.of(
                    "--characters=1-3",
                    "--min-texts=3",
                    "--hidden=96",
                    "--epochs=5",
                    "--learning-rate=0.001");

    private TextFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "banking77",
                        "accuracy on the test file at least 0.92, the aim 0.93: 77 intents, trained on the train file",
                        "bin/quartermaster train classifier --input ../shared/data/%s --label category --output intents; bin/quartermaster evaluate classify --model intents --input ../shared/data/%s --label category"
                                .formatted(BANKING_TRAIN, BANKING_TEST),
                        TextFigures::banking),
                new ProcessFigure(
                        "online-shopping",
                        "accuracy of sentiment over three folds at least 0.938",
                        "bin/quartermaster "
                                + String.join(" ", shopping("../shared/data/" + SHOPPING)),
                        TextFigures::shopping));
    }

    private static Figure.Reached banking(Workshop workshop)
            throws IOException, InterruptedException {
        Path test = workshop.data(BANKING_TEST);
        Workshop.Run model =
                workshop.run(
                        "banking77",
                        "train",
                        "classifier",
                        "--input=" + workshop.data(BANKING_TRAIN),
                        "--label=category");
        JsonNode measured =
                read(
                        workshop.run(
                                "banking77-test",
                                "evaluate",
                                "classify",
                                "--model=" + model.output(),
                                "--input=" + test,
                                "--label=category"));
        double accuracy = measured.path("accuracy").asDouble();
        return Figure.Reached.of(
                String.format(
                        Locale.ROOT,
                        "%.4f, macro F1 %.4f, calibration error %.3f, trained in %.0f s",
                        accuracy,
                        measured.path("macro_f1").asDouble(),
                        measured.path("calibration_error").asDouble(),
                        model.seconds()),
                "+%.3f on the published TF-IDF floor".formatted(accuracy - BANKING_FLOOR),
                accuracy >= BANKING_ASKED);
    }

    private static Figure.Reached shopping(Workshop workshop)
            throws IOException, InterruptedException {
        List<String> arguments = shopping(workshop.data(SHOPPING).toString());
        Workshop.Run run = workshop.run("online-shopping", arguments.toArray(String[]::new));
        JsonNode measured = read(run);
        double accuracy = measured.path("accuracy").asDouble();
        return Figure.Reached.of(
                String.format(
                        Locale.ROOT,
                        "%.4f, calibration error %.3f, in %.0f s",
                        accuracy,
                        measured.path("calibration_error").asDouble(),
                        run.seconds()),
                "",
                accuracy >= SHOPPING_ASKED);
    }

    private static List<String> shopping(String input) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "evaluate",
                                "classify",
                                "--folds=3",
                                "--input=" + input,
                                "--text=review"));
        arguments.addAll(SHOPPING_LEARNING);
        return arguments;
    }

    private static JsonNode read(Workshop.Run run) throws IOException {
        return new ObjectMapper().readTree(run.output().toFile());
    }
}
