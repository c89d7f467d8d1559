package io.quartermaster.domain.optimisation;

/**
 * A linear programme that stays open while it grows and changes: min c'x subject to left &lt;= Ax
 * &lt;= right, lower &lt;= x &lt;= upper. Each solve starts from the basis of the one before it,
 * which column generation, cutting planes and replanning live on. It begins without columns and
 * rows. Used by one thread at a time; closed when done with.
 *
 * <p>Columns and rows are numbered from 0 in the order in which they came.
 */
public interface LinearProgrammeSession extends AutoCloseable {

    int columns();

    int rows();

    /** Adds rows below those that are there; their entries name columns that are there. */
    void addRows(RowBlock block);

    /** Adds columns after those that are there; their entries name rows that are there. */
    void addColumns(ColumnBlock block);

    /**
     * Removes columns; those after them move up. The basis stays if none of them was basic, else
     * the next solve starts anew.
     */
    void removeColumns(int[] which);

    void changeCosts(int[] which, double[] cost);

    void changeBounds(int[] which, double[] lower, double[] upper);

    void changeSides(int[] which, double[] left, double[] right);

    /**
     * Solves it.
     *
     * @param method the way from the basis that is there; both end in the same optimum
     * @param limit where it stops without one
     * @throws IllegalStateException when the solver fails
     */
    LinearSolution solve(SimplexMethod method, SolveLimit limit);

    /**
     * Why the last solve, which ended INFEASIBLE, found no x: multipliers y, one per row, such that
     * y'Ax cannot reach within the bounds of x what y asks of the sides (Farkas 1902). Of the rows
     * with a multiplier, at least one must give way. Empty if the solver kept none.
     */
    double[] infeasibilityProof();

    /** Where the last solve ended. */
    LinearBasis basis();

    /**
     * Starts the next solve from a basis of a programme of the same size. What stood at a limit
     * that is gone moves to the other one.
     */
    void startFrom(LinearBasis basis);

    /** Frees what it holds; a second time does nothing. */
    @Override
    void close();
}
