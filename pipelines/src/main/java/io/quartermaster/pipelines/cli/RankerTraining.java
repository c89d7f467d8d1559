package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerQuality;
import io.quartermaster.domain.recommendation.RankerReport;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import io.quartermaster.pipelines.embedded.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Trains a ranker on the first rows and judges it on the last ones, beside the model that serves.
 *
 * <p>The full profile learns chances by log loss in two hidden layers. Half of what is held out
 * tells it when to stop and corrects its chances; the other half, the last rows, judges it, beside
 * a basic one that learnt from the same rows.
 */
final class RankerTraining {

    /** Epochs without a lower loss after which the full profile stops. */
    private static final int PATIENCE = 3;

    private final RankerEngine engine;
    private final RankerTrainingSet data;
    private final RankerOptions basic;
    private final boolean isFull;
    private final int firstJudged;

    /**
     * How it went.
     *
     * @param report of the model trained
     * @param quality on the last rows; empty where none are held out
     * @param basic that of the basic one, of the full profile
     * @param before that of the model that serves, if it takes the same features
     * @param mean squared error of the mean label before the last rows, on these
     */
    record Outcome(
            RankerReport report,
            Optional<RankerQuality> quality,
            Optional<RankerQuality> basic,
            Optional<RankerQuality> before,
            double mean) {

        /** Whether the new model is at least as good as the one that serves, by squared error. */
        boolean isGoodEnough() {
            return quality.isEmpty()
                    || before.isEmpty()
                    || quality.get().squaredError() <= before.get().squaredError();
        }

        /** By model, those that there are. */
        Map<String, RankerQuality> qualities() {
            Map<String, RankerQuality> all = new TreeMap<>();
            quality.ifPresent(one -> all.put("this", one));
            basic.ifPresent(one -> all.put("basic", one));
            before.ifPresent(one -> all.put("before", one));
            return all;
        }

        /** In words, a line for each model. */
        List<String> told() {
            List<String> lines = new ArrayList<>();
            if (quality.isEmpty()) {
                return List.of("No line is held out, so the error is not known");
            }
            lines.add(told("this model", quality.get()));
            basic.ifPresent(one -> lines.add(told("the basic profile", one)));
            before.ifPresent(one -> lines.add(told("the model that serves", one)));
            lines.add("of the mean label: squared error %s".formatted(number(mean)));
            return lines;
        }

        private static String told(String who, RankerQuality quality) {
            String chances =
                    Double.isNaN(quality.areaUnderCurve())
                            ? ""
                            : ", log loss %s, area under the curve %s"
                                    .formatted(
                                            number(quality.logLoss()),
                                            number(quality.areaUnderCurve()));
            return "%s on %,d lines held out: squared error %s%s"
                    .formatted(who, quality.rows(), number(quality.squaredError()), chances);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }

    /**
     * Prepares.
     *
     * @param basic options of the basic profile; size, rate and epochs hold for the full one too
     */
    RankerTraining(
            RankerEngine engine, RankerTrainingSet data, RankerOptions basic, boolean isFull) {
        this.engine = engine;
        this.data = data;
        this.basic = basic;
        this.isFull = isFull;
        int held = (int) Math.round(data.rows() * basic.validation());
        this.firstJudged = data.rows() - (isFull ? held - held / 2 : held);
    }

    /**
     * Trains.
     *
     * @param folder where the model goes
     * @param serving folder of the model that serves, if there is one
     */
    Outcome train(Path folder, Path serving, Consumer<EpochLoss> progress) throws IOException {
        if (!isFull) {
            RankerReport report = engine.train(data, basic, folder, progress);
            return new Outcome(
                    report, quality(folder), Optional.empty(), quality(serving), meanError());
        }
        RankerTrainingSet learnt = data.rows(0, firstJudged);
        int held = (int) Math.round(data.rows() * basic.validation());
        int stops = held / 2;
        double validation = stops / (double) Math.max(1, learnt.rows());
        RankerReport report = engine.train(learnt, full(validation), folder, progress);
        return new Outcome(report, quality(folder), basicQuality(), quality(serving), meanError());
    }

    private RankerOptions full(double validation) {
        int units = basic.hidden().get(0);
        return new RankerOptions(
                List.of(units, Math.max(1, units / 2)),
                RankerLoss.LOGISTIC,
                basic.optimizer(),
                basic.learningRate(),
                basic.epochs(),
                PATIENCE,
                basic.batchSize(),
                validation,
                basic.seed());
    }

    /** Of a basic ranker that stops where the full one does: before the rows that judge. */
    private Optional<RankerQuality> basicQuality() throws IOException {
        Path folder = Files.createTempDirectory("basic-ranker");
        try {
            engine.train(data.rows(0, firstJudged), basic, folder, loss -> {});
            return quality(folder);
        } finally {
            FileTree.delete(folder);
        }
    }

    private double meanError() {
        double sum = 0;
        for (int row = 0; row < firstJudged; row++) {
            sum += data.labels()[row];
        }
        double mean = sum / Math.max(1, firstJudged);
        double squares = 0;
        for (int row = firstJudged; row < data.rows(); row++) {
            squares += (data.labels()[row] - mean) * (data.labels()[row] - mean);
        }
        return squares / Math.max(1, data.rows() - firstJudged);
    }

    private Optional<RankerQuality> quality(Path folder) {
        if (firstJudged >= data.rows() || !Files.exists(folder.resolve("saved_model.pb"))) {
            return Optional.empty();
        }
        RankerTrainingSet judged = data.rows(firstJudged, data.rows());
        try (Ranker ranker = engine.open(folder)) {
            return ranker.features().equals(data.names())
                    ? Optional.of(
                            RankerQuality.of(ranker.score(judged.features()), judged.labels()))
                    : Optional.empty();
        }
    }
}
