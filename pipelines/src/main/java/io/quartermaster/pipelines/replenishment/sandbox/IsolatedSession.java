package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.optimisation.ColumnBlock;
import io.quartermaster.domain.optimisation.Interruption;
import io.quartermaster.domain.optimisation.LinearBasis;
import io.quartermaster.domain.optimisation.LinearProgrammeSession;
import io.quartermaster.domain.optimisation.LinearSolution;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.optimisation.RowBlock;
import io.quartermaster.domain.optimisation.SimplexMethod;
import io.quartermaster.domain.optimisation.SolveLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear programme that is open in a solver process. It remembers what made it, so that when the
 * process dies another one takes its place, once; the solve that was under way is done again there.
 */
final class IsolatedSession implements LinearProgrammeSession {

    private static final double PATIENCE_SECONDS = 60;

    private final SolverChildren children;
    private final EngineUse use;
    private final List<byte[]> made = new ArrayList<>();
    private SolverChild child;
    private boolean replaced;
    private boolean closed;
    private int columns;
    private int rows;

    IsolatedSession(SolverChildren children, String engine, EngineUse use) {
        this.children = children;
        this.use = use;
        this.child = children.borrow();
        try {
            make(Question.OPEN.begin().text(engine));
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void addRows(RowBlock block) {
        WireOut question = Question.ADD_ROWS.begin();
        Messages.write(question, block);
        make(question);
        rows += block.count();
    }

    @Override
    public void addColumns(ColumnBlock block) {
        WireOut question = Question.ADD_COLUMNS.begin();
        Messages.write(question, block);
        make(question);
        columns += block.count();
    }

    @Override
    public void removeColumns(int[] which) {
        make(Question.REMOVE_COLUMNS.begin().counts(which));
        columns -= (int) Arrays.stream(which).distinct().count();
    }

    @Override
    public void changeCosts(int[] which, double[] cost) {
        make(Question.CHANGE_COSTS.begin().counts(which).numbers(cost));
    }

    @Override
    public void changeBounds(int[] which, double[] lower, double[] upper) {
        make(Question.CHANGE_BOUNDS.begin().counts(which).numbers(lower).numbers(upper));
    }

    @Override
    public void changeSides(int[] which, double[] left, double[] right) {
        make(Question.CHANGE_SIDES.begin().counts(which).numbers(left).numbers(right));
    }

    @Override
    public void startFrom(LinearBasis basis) {
        WireOut question = Question.START_FROM.begin();
        Messages.write(question, basis);
        make(question);
    }

    @Override
    public LinearSolution solve(SimplexMethod method, SolveLimit limit) {
        WireOut question = Question.SOLVE.begin().text(method.name());
        Messages.write(question, limit);
        use.called(rows);
        try {
            return Messages.linearSolution(
                    ask(question.bytes(), limit.maxSeconds(), limit.interruption()));
        } catch (SolverLost e) {
            return switch (e.reason()) {
                case LATE -> LinearSolution.without(LinearStatus.TIME_LIMIT, 0);
                case STOPPED -> LinearSolution.without(LinearStatus.INTERRUPTED, 0);
                case DIED, TOO_LARGE -> throw e;
            };
        }
    }

    @Override
    public double[] infeasibilityProof() {
        return ask(Question.PROOF.begin().bytes()).numbers();
    }

    @Override
    public LinearBasis basis() {
        return Messages.basis(ask(Question.BASIS.begin().bytes()));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!child.isAlive()) {
            children.discard(child);
            return;
        }
        try {
            child.ask(Question.CLOSE.begin().bytes(), PATIENCE_SECONDS, Interruption.NEVER);
            children.giveBack(child);
        } catch (IllegalStateException e) {
            children.discard(child);
        }
    }

    private void make(WireOut question) {
        byte[] bytes = question.bytes();
        ask(bytes);
        made.add(bytes);
    }

    private WireIn ask(byte[] question) {
        return ask(question, PATIENCE_SECONDS, Interruption.NEVER);
    }

    private WireIn ask(byte[] question, double maxSeconds, Interruption interruption) {
        if (closed) {
            throw new IllegalStateException("The linear programme is closed.");
        }
        try {
            return child.ask(question, maxSeconds, interruption);
        } catch (SolverLost e) {
            if (e.reason() != SolverLost.Reason.DIED || replaced) {
                throw e;
            }
            replace();
            return child.ask(question, maxSeconds, interruption);
        }
    }

    private void replace() {
        replaced = true;
        children.discard(child);
        child = children.borrow();
        for (byte[] question : made) {
            child.ask(question, PATIENCE_SECONDS, Interruption.NEVER);
        }
    }
}
