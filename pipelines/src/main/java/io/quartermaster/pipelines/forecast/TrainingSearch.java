package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.TrainingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Searches learning rate, hidden size and layers by successive halving (Jamieson and Talwalkar
 * 2016): the options as given and five drawn by the seed train for a fifth of the epochs, the
 * better half of them for half of the epochs, and the best is what is then trained in full. Only
 * validation losses are compared.
 */
public final class TrainingSearch {

    private static final int CONFIGURATIONS = 6;
    private static final int KEPT = 3;
    private static final double LEAST_RATE = 0.001;
    private static final double MOST_RATE = 0.03;
    private static final int[] HIDDEN = {32, 64, 128};

    /** Trains a model and exports it. */
    public interface Run {
        TrainingReport train(
                SequenceModelOptions options, Path folder, Consumer<EpochLoss> progress);
    }

    /**
     * One training of the search.
     *
     * @param round 1 for all configurations, 2 for the better half
     * @param epochs trained
     * @param validation least validation loss
     * @param seconds it took
     */
    public record Trial(
            int round,
            double learningRate,
            int hidden,
            int layers,
            int epochs,
            double validation,
            double seconds) {}

    private final Run run;
    private final Consumer<Trial> progress;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * @param progress called after each trial
     */
    public TrainingSearch(Run run, Consumer<Trial> progress) {
        this.run = run;
        this.progress = progress;
    }

    /** All trainings, in their order. */
    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    /**
     * The best options.
     *
     * @param given what to start from; its epochs are those of a full training
     * @param scratch a folder for the models of the search; removed at the end
     */
    public SequenceModelOptions best(SequenceModelOptions given, Path scratch) throws IOException {
        if (given.training().validation() == 0) {
            throw new IllegalArgumentException(
                    "A search compares validation losses, but nothing is held out.\nMaybe --validation 0.2.");
        }
        try {
            int epochs = given.training().epochs();
            List<SequenceModelOptions> kept =
                    better(1, configurations(given), Math.max(1, epochs / 5), scratch);
            return better(2, kept.subList(0, KEPT), Math.max(1, epochs / 2), scratch).get(0);
        } finally {
            remove(scratch);
        }
    }

    static List<SequenceModelOptions> configurations(SequenceModelOptions given) {
        SplittableRandom random = new SplittableRandom(given.training().seed());
        List<SequenceModelOptions> all = new ArrayList<>(List.of(given));
        while (all.size() < CONFIGURATIONS) {
            double share = random.nextDouble();
            double rate = LEAST_RATE * Math.pow(MOST_RATE / LEAST_RATE, share);
            int hidden = HIDDEN[random.nextInt(HIDDEN.length)];
            int layers = 1 + random.nextInt(2);
            all.add(
                    given.with(given.shape().sized(hidden, layers))
                            .with(given.training().paced(rate, given.training().epochs())));
        }
        return all;
    }

    /** The same, the least validation loss first. */
    private List<SequenceModelOptions> better(
            int round, List<SequenceModelOptions> all, int epochs, Path scratch) {
        record Scored(SequenceModelOptions options, double loss) {}
        List<Scored> scored = new ArrayList<>();
        for (SequenceModelOptions options : all) {
            double rate = options.training().learningRate();
            SequenceModelOptions quick = options.with(options.training().paced(rate, epochs));
            TrainingReport report =
                    run.train(quick, scratch.resolve("trial" + trials.size()), loss -> {});
            double loss = report.losses().get(report.bestEpoch() - 1).validation();
            double seconds = report.losses().stream().mapToDouble(EpochLoss::seconds).sum();
            Trial trial =
                    new Trial(
                            round,
                            rate,
                            options.hidden(),
                            options.shape().layers(),
                            epochs,
                            loss,
                            seconds);
            trials.add(trial);
            progress.accept(trial);
            scored.add(new Scored(options, Double.isNaN(loss) ? Double.MAX_VALUE : loss));
        }
        scored.sort(Comparator.comparingDouble(Scored::loss));
        return scored.stream().map(Scored::options).toList();
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
