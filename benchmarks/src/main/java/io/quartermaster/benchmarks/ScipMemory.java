package io.quartermaster.benchmarks;

import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.pipelines.replenishment.Solvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Resident memory of the process over 10,000 solves, each in a native solver of its own: nine
 * linear programmes to one integer programme. The first thousand are not counted.
 */
final class ScipMemory implements Figure {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int SOLVES = 10_000;
    private static final int BEFORE = 1_000;
    private static final int EVERY = 10;
    private static final double MEGABYTES_ASKED = 20;

    @Override
    public String name() {
        return "scip-memory";
    }

    @Override
    public String asked() {
        return "no growth over 10,000 solves (under 20 MB)";
    }

    @Override
    public String command() {
        return "benchmarks/run scip-memory";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        LinearProgrammingEngine linear = Solvers.engine();
        IntegerProgrammingEngine whole =
                IntegerProgrammingEngines.engine(IntegerProgrammingEngines.choose("scip"));
        solve(linear, whole, BEFORE);
        double before = residentMegabytes();
        solve(linear, whole, SOLVES);
        double after = residentMegabytes();
        return Reached.of(
                "%.1f MB more after %d solves".formatted(after - before, SOLVES),
                "of %.0f MB".formatted(before),
                after - before < MEGABYTES_ASKED);
    }

    private static void solve(
            LinearProgrammingEngine linear, IntegerProgrammingEngine whole, int times) {
        for (int i = 0; i < times; i++) {
            boolean solved =
                    i % EVERY == 0 ? whole.solve(knapsacks(i), 0).isOptimal() : solved(linear, i);
            if (!solved) {
                throw new IllegalStateException("The programme " + i + " was not solved.");
            }
        }
    }

    private static boolean solved(LinearProgrammingEngine engine, long seed) {
        Random random = new Random(seed);
        int rows = 60;
        double[] right = new double[rows];
        Arrays.fill(right, NONE);
        try (LinearProgrammeSession session = engine.open()) {
            session.addRows(RowBlock.empty(random.doubles(rows, 5, 50).toArray(), right));
            session.addColumns(columns(random, rows));
            boolean first = session.solve(SimplexMethod.DUAL, SolveLimit.NONE).isOptimal();
            session.addColumns(columns(random, rows));
            session.startFrom(session.basis());
            return first && session.solve(SimplexMethod.PRIMAL, SolveLimit.NONE).isOptimal();
        }
    }

    private static ColumnBlock columns(Random random, int rows) {
        ColumnBlock.Builder columns = new ColumnBlock.Builder();
        for (int column = 0; column < rows; column++) {
            columns.entry(column, 1 + random.nextInt(4))
                    .entry((column + 1 + random.nextInt(rows - 1)) % rows, 1 + random.nextInt(4))
                    .endColumn(1 + random.nextInt(9), 0, NONE);
        }
        return columns.build();
    }

    private static IntegerProgramme knapsacks(long seed) {
        Random random = new Random(seed);
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (int column = 0; column < 20; column++) {
            builder.choice(-(10 + random.nextInt(90)));
        }
        for (int row = 0; row < 3; row++) {
            double[] dense = random.doubles(20, 5, 100).map(Math::floor).toArray();
            builder.row("weight " + row, -NONE, dense, Arrays.stream(dense).sum() / 2);
        }
        return builder.build();
    }

    private static double residentMegabytes() throws IOException {
        System.gc();
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }
}
