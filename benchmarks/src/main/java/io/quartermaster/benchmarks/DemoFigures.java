package io.quartermaster.benchmarks;

import io.quartermaster.benchmarks.Figure.Reached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Figures of the start and of the generated marketplace. */
final class DemoFigures {

    private static final String DEMO = "bin/quartermaster demo --output out";

    /** The first digits of pi, e and the root of two: chosen before anything was seen of them. */
    static final List<String> UNSEEN_SEEDS = List.of("31415926", "27182818", "14142135");

    private static final double UNSEEN_RATIO = 0.85;

    private DemoFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "start", "under 2 s", "bin/quartermaster --version", DemoFigures::start),
                new ProcessFigure(
                        "demo-fresh",
                        "under 300 s from a fresh clone, besides downloads",
                        "git clone . fresh && fresh/bin/quartermaster demo --output out",
                        DemoFigures::demoFresh),
                new ProcessFigure("demo-again", "under 90 s", DEMO, DemoFigures::demoAgain),
                new ProcessFigure(
                        "demo-memory",
                        "under 6 GB (VmHWM of all processes)",
                        DEMO,
                        DemoFigures::demoMemory),
                new ProcessFigure(
                        "demo-accuracy",
                        "said: " + ModelAccuracy.MEASURES + " of each model",
                        DEMO,
                        DemoFigures::demoAccuracy),
                new ProcessFigure(
                        "lstm-unseen-seeds",
                        "on each of three seeds that nobody tuned for, lstm's pinball loss at most 0.85 of seasonal naive's",
                        "for seed in "
                                + String.join(" ", UNSEEN_SEEDS)
                                + "; do bin/quartermaster demo --seed $seed --output out-$seed; done",
                        DemoFigures::unseenSeeds),
                new ProcessFigure(
                        "same-files",
                        "no byte of csv/ differs between parallelism 1 and 2, nor between two runs",
                        "bin/quartermaster demo --parallelism 1 --output one; … 2 --output two; diff -r one/csv two/csv",
                        DemoFigures::sameFiles));
    }

    private static Reached start(Workshop workshop) throws IOException, InterruptedException {
        workshop.seconds("--version");
        double seconds = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            seconds = Math.min(seconds, workshop.seconds("--version"));
        }
        double java = workshop.seconds(workshop.root(), List.of("java", "-version"));
        return Reached.of(
                "%.2f s".formatted(seconds),
                "%.1f x java -version".formatted(seconds / java),
                seconds < 2);
    }

    private static Reached demoFresh(Workshop workshop) throws IOException, InterruptedException {
        Path clone = workshop.scratch().resolve("fresh");
        workshop.seconds(workshop.root(), List.of("git", "clone", "-q", ".", clone.toString()));
        double seconds =
                workshop.seconds(
                        clone, List.of("bin/quartermaster", "demo", "--output", "fresh-out"));
        return Reached.of("%.0f s".formatted(seconds), "", seconds < 300);
    }

    private static Workshop.Run demo(Workshop workshop) throws IOException, InterruptedException {
        return workshop.run("demo", "demo");
    }

    private static Reached demoAgain(Workshop workshop) throws IOException, InterruptedException {
        double seconds = demo(workshop).seconds();
        return Reached.of("%.0f s".formatted(seconds), "", seconds < 90);
    }

    private static Reached demoMemory(Workshop workshop) throws IOException, InterruptedException {
        long megabytes = demo(workshop).summary().path("peak_memory_mb").asLong();
        return Reached.of(megabytes + " MB", "", megabytes > 0 && megabytes < 6 * 1024);
    }

    private static Reached demoAccuracy(Workshop workshop)
            throws IOException, InterruptedException {
        ModelAccuracy accuracy = demo(workshop).accuracy();
        return Reached.said(accuracy.words(), accuracy.ratioWords());
    }

    private static Reached unseenSeeds(Workshop workshop) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        boolean met = true;
        for (String seed : UNSEEN_SEEDS) {
            ModelAccuracy accuracy =
                    workshop.run("demo-" + seed, "demo", "--seed", seed).accuracy();
            values.add("%s: %s".formatted(seed, accuracy.pair()));
            ratios.add(String.format(Locale.ROOT, "%.3f", accuracy.ratio()));
            met &= accuracy.ratio() <= UNSEEN_RATIO;
        }
        return Reached.of(String.join("; ", values), String.join(", ", ratios), met);
    }

    private static Reached sameFiles(Workshop workshop) throws IOException, InterruptedException {
        Path one = csv(workshop, "same-1", "1");
        Path two = csv(workshop, "same-2", "2");
        Path again = csv(workshop, "same-3", "2");
        long differing = differing(one, two) + differing(two, again);
        return Reached.of(differing + " files differ", "", differing == 0);
    }

    private static Path csv(Workshop workshop, String name, String parallelism)
            throws IOException, InterruptedException {
        return workshop.run(name, "demo", "--parallelism", parallelism).output().resolve("csv");
    }

    private static long differing(Path left, Path right) throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.list(left)) {
            for (Path file : files.toList()) {
                Path twin = right.resolve(file.getFileName().toString());
                count += Files.exists(twin) && Files.mismatch(file, twin) == -1 ? 0 : 1;
            }
        }
        return count;
    }
}
