package io.quartermaster.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.Variable;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.pipelines.replenishment.PlanFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A planning folder's one model by HiGHS within a time, in a process of its own: what HiGHS has
 * when time ends it, OR-Tools does not hand on, so it is read from the report that HiGHS prints.
 */
final class HighsPlan {

    private static final Pattern PRIMAL = Pattern.compile("(?m)^\\s*Primal bound\\s+(\\S+)");
    private static final Pattern DUAL = Pattern.compile("(?m)^\\s*Dual bound\\s+(\\S+)");

    /**
     * What HiGHS had at the end.
     *
     * @param objective infinite where there was no plan
     * @param bound what every plan costs at least
     */
    record Found(double objective, double bound) {

        boolean hasPlan() {
            return Double.isFinite(objective);
        }

        double gap() {
            return (objective - bound) / objective;
        }
    }

    private HighsPlan() {}

    /**
     * Plans a folder.
     *
     * @throws IllegalStateException when HiGHS reports nothing; with what it said
     */
    static Found within(Path folder, int seconds, Path scratch)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(scratch, "highs", ".log");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HighsPlan.class.getName(),
                        folder.toString(),
                        String.valueOf(seconds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        Optional<Double> objective = number(PRIMAL, said);
        Optional<Double> bound = number(DUAL, said);
        if (objective.isEmpty() || bound.isEmpty()) {
            throw new IllegalStateException("HiGHS reported no bounds.\n" + said);
        }
        return new Found(objective.get(), bound.get());
    }

    private static Optional<Double> number(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find()
                ? Optional.of(Double.parseDouble(matcher.group(1).replace("inf", "Infinity")))
                : Optional.empty();
    }

    /** Solves the folder that is named for the seconds that are named; HiGHS reports on stdout. */
    public static void main(String[] arguments) {
        Loader.loadNativeLibraries();
        IntegerProgramme programme =
                OneModel.of(
                        PlanFolder.read(Path.of(arguments[0]), false, false, Set.of())
                                .get(0)
                                .problem());
        ModelSolver solver = new ModelSolver("highs");
        solver.setTimeLimit(Duration.ofSeconds(Long.parseLong(arguments[1])));
        solver.enableOutput(true);
        solver.solve(model(programme));
    }

    private static ModelBuilder model(IntegerProgramme programme) {
        ModelBuilder model = new ModelBuilder();
        Variable[] columns = new Variable[programme.cost().length];
        LinearExprBuilder cost = LinearExpr.newBuilder();
        for (int i = 0; i < columns.length; i++) {
            columns[i] =
                    model.newVar(
                            programme.lower()[i], programme.upper()[i], programme.whole()[i], "");
            cost.addTerm(columns[i], programme.cost()[i]);
        }
        List<IntegerProgramme.Row> rows = programme.rows();
        for (IntegerProgramme.Row row : rows) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int i = 0; i < row.columns().length; i++) {
                sum.addTerm(columns[row.columns()[i]], row.values()[i]);
            }
            model.addLinearConstraint(sum, row.left(), row.right());
        }
        model.minimize(cost);
        return model;
    }
}
