package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import java.util.ServiceLoader;

/** Answers questions with the engines of this process; used by one thread. */
final class SolverDesk {

    private LinearProgrammeSession session;

    /**
     * The answer.
     *
     * @param interruption ends a solve
     * @throws IllegalArgumentException for what is no programme
     * @throws IllegalStateException when an engine is missing or fails
     */
    byte[] answer(byte[] question, Interruption interruption) {
        WireIn in = new WireIn(question);
        WireOut out = new WireOut();
        switch (Question.valueOf(in.text())) {
            case PROBE_LINEAR -> Messages.write(out, linear(in.text()).probe());
            case PROBE_INTEGER -> Messages.write(out, integer(in.text()).probe());
            case OPEN -> session = linear(in.text()).open();
            case ADD_ROWS -> session.addRows(Messages.rows(in));
            case ADD_COLUMNS -> session.addColumns(Messages.columns(in));
            case REMOVE_COLUMNS -> session.removeColumns(in.counts());
            case CHANGE_COSTS -> session.changeCosts(in.counts(), in.numbers());
            case CHANGE_BOUNDS -> session.changeBounds(in.counts(), in.numbers(), in.numbers());
            case CHANGE_SIDES -> session.changeSides(in.counts(), in.numbers(), in.numbers());
            case START_FROM -> session.startFrom(Messages.basis(in));
            case SOLVE ->
                    Messages.write(
                            out,
                            session.solve(
                                    SimplexMethod.valueOf(in.text()),
                                    Messages.limit(in, interruption)));
            case PROOF -> out.numbers(session.infeasibilityProof());
            case BASIS -> Messages.write(out, session.basis());
            case CLOSE -> close();
            case SOLVE_INTEGER ->
                    Messages.write(
                            out,
                            integer(in.text())
                                    .solve(
                                            Messages.programme(in),
                                            Messages.search(in, interruption)));
            case CONFLICT ->
                    out.counts(integer(in.text()).conflict(Messages.programme(in), in.whole()));
        }
        return out.bytes();
    }

    private void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private static LinearProgrammingEngine linear(String name) {
        return named(LinearProgrammingEngine.class, name);
    }

    private static IntegerProgrammingEngine integer(String name) {
        return named(IntegerProgrammingEngine.class, name);
    }

    private static <T extends Engine> T named(Class<T> kind, String name) {
        return ServiceLoader.load(kind, SolverDesk.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The solver (%s) is not on the solver process' class path."
                                                .formatted(name)));
    }
}
