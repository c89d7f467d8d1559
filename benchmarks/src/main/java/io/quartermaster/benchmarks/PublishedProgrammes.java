package io.quartermaster.benchmarks;

import io.quartermaster.domain.network.FacilityPlan;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.replenishment.lotsizing.LotSizing;
import io.quartermaster.pipelines.network.OrLibraryFile;
import io.quartermaster.pipelines.replenishment.TrigeiroFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Published integer programmes, each file of a folder solved by SCIP within a limit of time, and
 * the same models by HiGHS without one.
 *
 * @param name of the figure
 * @param asked in words
 * @param folder of the data
 * @param pattern that file names match
 * @param gapAsked largest gap
 * @param kind of the problems
 */
record PublishedProgrammes(
        String name, String asked, String folder, String pattern, double gapAsked, Kind kind)
        implements Figure {

    private static final double MAX_SECONDS = 28;
    private static final double SECONDS_ASKED = 30;

    /** Solves a file to a gap. */
    interface Kind {
        double gap(Path file, IntegerProgrammingEngine engine, IntegerSearch search)
                throws IOException;
    }

    static List<Figure> all() {
        return List.of(
                new PublishedProgrammes(
                        "facility-location",
                        "each of 15 instances of OR-Library proven optimal (tests hold them against the published optima)",
                        "optimisation/facility",
                        "cap\\d+\\.txt",
                        1e-6,
                        PublishedProgrammes::facilities),
                new PublishedProgrammes(
                        "lot-sizing",
                        "proven gap at most 0.5 % of each of 15 Trigeiro instances, under 30 s each",
                        "optimisation/lot-sizing",
                        ".*\\.DAT",
                        0.005,
                        PublishedProgrammes::lots));
    }

    @Override
    public String command() {
        return "benchmarks/run " + name;
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        List<Path> files;
        try (Stream<Path> present = Files.list(workshop.data(folder))) {
            files =
                    present.filter(file -> file.getFileName().toString().matches(pattern))
                            .sorted()
                            .toList();
        }
        IntegerProgrammingEngine scip =
                IntegerProgrammingEngines.engine(IntegerProgrammingEngines.choose("scip"));
        Measured ours = solved(files, scip);
        Measured peer = solved(files, new HighsEngine());
        return Reached.of(
                ours.words(files.size()),
                "HiGHS " + peer.words(files.size()),
                ours.worst() <= gapAsked && ours.slowest() < SECONDS_ASKED);
    }

    private Measured solved(List<Path> files, IntegerProgrammingEngine engine) throws IOException {
        double worst = 0;
        double slowest = 0;
        int proven = 0;
        for (Path file : files) {
            long start = System.nanoTime();
            double gap = kind.gap(file, engine, IntegerSearch.EXACT.within(MAX_SECONDS));
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
            worst = Math.max(worst, gap);
            proven += gap <= 1e-6 ? 1 : 0;
        }
        return new Measured(worst, slowest, proven);
    }

    private record Measured(double worst, double slowest, int proven) {
        String words(int all) {
            return "%d of %d proven optimal, largest gap %.2f %%, slowest %.1f s"
                    .formatted(proven, all, 100 * worst, slowest);
        }
    }

    private static double facilities(
            Path file, IntegerProgrammingEngine engine, IntegerSearch search) throws IOException {
        return FacilityPlan.of(OrLibraryFile.read(file, Double.NaN, false), engine, search).gap();
    }

    private static double lots(Path file, IntegerProgrammingEngine engine, IntegerSearch search)
            throws IOException {
        return LotSizing.of(TrigeiroFile.read(file), engine, search).gap();
    }
}
