package io.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Figures of whole runs of the command line. */
final class WholeProcessFigures {

    private static final String RETAIL = "retail/online_retail.csv.gz";
    private static final String RETAIL_COMMAND =
            "bin/quartermaster backfill --retail ../shared/data/retail/online_retail.csv.gz --model none --output out";

    private WholeProcessFigures() {}

    static List<Figure> all() {
        return List.of(
                figure(
                        "start",
                        "under 2 s",
                        "bin/quartermaster --version",
                        WholeProcessFigures::start),
                figure(
                        "demo-fresh",
                        "under 300 s from a fresh clone, besides downloads",
                        "git clone . fresh && fresh/bin/quartermaster demo --output out",
                        WholeProcessFigures::demoFresh),
                figure(
                        "demo-again",
                        "under 90 s",
                        "bin/quartermaster demo --output out",
                        WholeProcessFigures::demoAgain),
                figure(
                        "demo-memory",
                        "under 6 GB (VmHWM of all processes)",
                        "bin/quartermaster demo --output out",
                        WholeProcessFigures::demoMemory),
                figure(
                        "retail-seconds",
                        "under 240 s without training",
                        RETAIL_COMMAND,
                        WholeProcessFigures::retailSeconds),
                figure(
                        "retail-balance",
                        "541,909 lines in = clean + quarantined",
                        RETAIL_COMMAND,
                        WholeProcessFigures::retailBalance),
                figure(
                        "retail-quarantined",
                        "1 to 5 % quarantined",
                        RETAIL_COMMAND,
                        WholeProcessFigures::retailQuarantined),
                figure(
                        "same-files",
                        "no byte of csv/ differs between parallelism 1 and 2, nor between two runs",
                        "bin/quartermaster demo --parallelism 1 --output one; … 2 --output two; diff -r one/csv two/csv",
                        WholeProcessFigures::sameFiles));
    }

    private static Figure.Reached start(Workshop workshop)
            throws IOException, InterruptedException {
        workshop.seconds("--version");
        double seconds = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            seconds = Math.min(seconds, workshop.seconds("--version"));
        }
        double java = workshop.seconds(workshop.root(), List.of("java", "-version"));
        return new Figure.Reached(
                "%.2f s".formatted(seconds),
                "%.1f x java -version".formatted(seconds / java),
                seconds < 2);
    }

    private static Figure.Reached demoFresh(Workshop workshop)
            throws IOException, InterruptedException {
        Path clone = workshop.scratch().resolve("fresh");
        workshop.seconds(workshop.root(), List.of("git", "clone", "-q", ".", clone.toString()));
        double seconds =
                workshop.seconds(
                        clone, List.of("bin/quartermaster", "demo", "--output", "fresh-out"));
        return new Figure.Reached("%.0f s".formatted(seconds), "", seconds < 300);
    }

    private static Figure.Reached demoAgain(Workshop workshop)
            throws IOException, InterruptedException {
        Path output = workshop.scratch().resolve("demo-again");
        double seconds = workshop.seconds("demo", "--output", output.toString());
        return new Figure.Reached("%.0f s".formatted(seconds), "", seconds < 90);
    }

    private static Figure.Reached demoMemory(Workshop workshop)
            throws IOException, InterruptedException {
        JsonNode summary = workshop.summary(workshop.run("demo-memory", "demo"));
        long megabytes = summary.path("peak_memory_mb").asLong();
        return new Figure.Reached(megabytes + " MB", "", megabytes > 0 && megabytes < 6 * 1024);
    }

    private static Path retail(Workshop workshop) throws IOException, InterruptedException {
        return workshop.run(
                "retail",
                "backfill",
                "--retail",
                workshop.data(RETAIL).toString(),
                "--model",
                "none");
    }

    private static Figure.Reached retailSeconds(Workshop workshop)
            throws IOException, InterruptedException {
        JsonNode seconds = workshop.summary(retail(workshop)).path("seconds");
        double total = 0;
        for (var stage : seconds.properties()) {
            boolean counted = !stage.getKey().equals("training") && !stage.getKey().equals("total");
            total += counted ? stage.getValue().asDouble() : 0;
        }
        return new Figure.Reached("%.0f s".formatted(total), "", total > 0 && total < 240);
    }

    private static Figure.Reached retailBalance(Workshop workshop)
            throws IOException, InterruptedException {
        JsonNode summary = workshop.summary(retail(workshop));
        long in = summary.path("lines_in").asLong();
        long clean = summary.path("lines_clean").asLong();
        long quarantined = summary.path("lines_quarantined").asLong();
        return new Figure.Reached(
                String.format(Locale.ROOT, "%,d = %,d + %,d", in, clean, quarantined),
                "",
                in == 541_909 && in == clean + quarantined);
    }

    private static Figure.Reached retailQuarantined(Workshop workshop)
            throws IOException, InterruptedException {
        JsonNode summary = workshop.summary(retail(workshop));
        double share =
                100.0
                        * summary.path("lines_quarantined").asLong()
                        / summary.path("lines_in").asLong();
        return new Figure.Reached("%.2f %%".formatted(share), "", share >= 1 && share <= 5);
    }

    private static Figure.Reached sameFiles(Workshop workshop)
            throws IOException, InterruptedException {
        Path one = workshop.run("same-1", "demo", "--parallelism", "1").resolve("csv");
        Path two = workshop.run("same-2", "demo", "--parallelism", "2").resolve("csv");
        Path again = workshop.run("same-3", "demo", "--parallelism", "2").resolve("csv");
        long differing = differing(one, two) + differing(two, again);
        return new Figure.Reached(differing + " files differ", "", differing == 0);
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

    private interface Measurement {
        Figure.Reached measure(Workshop workshop) throws IOException, InterruptedException;
    }

    private static Figure figure(
            String name, String asked, String command, Measurement measurement) {
        return new Figure() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String asked() {
                return asked;
            }

            @Override
            public String command() {
                return command;
            }

            @Override
            public Reached measure(Workshop workshop) throws IOException, InterruptedException {
                return measurement.measure(workshop);
            }
        };
    }
}
