package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearBasis;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SolveLimit;
import java.util.ArrayList;
import java.util.List;

/** How the domain's values cross between the task and a solver process, bit by bit the same. */
final class Messages {

    private Messages() {}

    static void write(WireOut out, RowBlock rows) {
        out.numbers(rows.left()).numbers(rows.right());
        out.counts(rows.starts()).counts(rows.columns()).numbers(rows.values());
    }

    static RowBlock rows(WireIn in) {
        return new RowBlock(in.numbers(), in.numbers(), in.counts(), in.counts(), in.numbers());
    }

    static void write(WireOut out, ColumnBlock columns) {
        out.numbers(columns.cost()).numbers(columns.lower()).numbers(columns.upper());
        out.counts(columns.starts()).counts(columns.rows()).numbers(columns.values());
    }

    static ColumnBlock columns(WireIn in) {
        return new ColumnBlock(
                in.numbers(), in.numbers(), in.numbers(), in.counts(), in.counts(), in.numbers());
    }

    static void write(WireOut out, LinearBasis basis) {
        out.counts(basis.columns()).counts(basis.rows());
    }

    static LinearBasis basis(WireIn in) {
        return new LinearBasis(in.counts(), in.counts());
    }

    static void write(WireOut out, SolveLimit limit) {
        out.whole(limit.maxIterations()).number(limit.maxSeconds());
    }

    static SolveLimit limit(WireIn in, Interruption interruption) {
        return new SolveLimit(in.whole(), in.number(), interruption);
    }

    static void write(WireOut out, LinearSolution solution) {
        out.text(solution.status().name()).number(solution.objective()).numbers(solution.x());
        out.numbers(solution.duals()).numbers(solution.reducedCosts());
        out.whole(solution.iterations());
    }

    static LinearSolution linearSolution(WireIn in) {
        return new LinearSolution(
                LinearStatus.valueOf(in.text()),
                in.number(),
                in.numbers(),
                in.numbers(),
                in.numbers(),
                in.whole());
    }

    static void write(WireOut out, IntegerProgramme programme) {
        out.numbers(programme.cost()).numbers(programme.lower()).numbers(programme.upper());
        out.truths(programme.whole()).count(programme.rows().size());
        for (IntegerProgramme.Row row : programme.rows()) {
            out.text(row.name()).counts(row.columns()).numbers(row.values());
            out.number(row.left()).number(row.right());
        }
    }

    static IntegerProgramme programme(WireIn in) {
        double[] cost = in.numbers();
        double[] lower = in.numbers();
        double[] upper = in.numbers();
        boolean[] whole = in.truths();
        int count = in.count();
        List<IntegerProgramme.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(
                    new IntegerProgramme.Row(
                            in.text(), in.counts(), in.numbers(), in.number(), in.number()));
        }
        return new IntegerProgramme(cost, lower, upper, whole, rows);
    }

    static void write(WireOut out, IntegerSearch search) {
        out.whole(search.maxNodes()).number(search.maxSeconds()).number(search.gap());
        out.number(search.maxMegabytes()).count(search.cutsAtRootOnly() ? 1 : 0);
        out.numbers(search.start());
    }

    static IntegerSearch search(WireIn in, Interruption interruption) {
        return new IntegerSearch(
                in.whole(),
                in.number(),
                in.number(),
                in.number(),
                in.count() == 1,
                in.numbers(),
                interruption);
    }

    static void write(WireOut out, IntegerSolution solution) {
        out.text(solution.status().name()).number(solution.objective());
        out.number(solution.bound()).numbers(solution.x()).whole(solution.nodes());
    }

    static IntegerSolution integerSolution(WireIn in) {
        return new IntegerSolution(
                IntegerSolution.Status.valueOf(in.text()),
                in.number(),
                in.number(),
                in.numbers(),
                in.whole());
    }

    static void write(WireOut out, EngineStatus status) {
        out.text(status.name()).count(status.available() ? 1 : 0).text(status.version());
        out.text(status.device()).text(status.reason());
    }

    static EngineStatus status(WireIn in) {
        return new EngineStatus(in.text(), in.count() == 1, in.text(), in.text(), in.text());
    }
}
