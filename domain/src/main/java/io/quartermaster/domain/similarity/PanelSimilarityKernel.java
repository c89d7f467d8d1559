package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;

/**
 * The CPU twin: the same sums in the same order as {@link ScalarSimilarityKernel}, many rows at a
 * time, in plain loops that the compiler vectorises. Equal to it bit for bit.
 *
 * <p>Turning the matrix costs about as much as a few queries, so it waits until enough were asked,
 * and a matrix of a few rows is never turned: those calls go to the scalar kernel.
 */
public final class PanelSimilarityKernel implements SimilarityKernel {

    private static final int FEWEST_ROWS = 48;
    private static final long FEWEST_NUMBERS = 1024;
    private static final long FEWEST_QUERIES = 6;

    private final EngineUse use;
    private final ScalarSimilarityKernel small;
    private PanelMatrix panels;
    private int dimensions;
    private int rows;
    private long queriesSinceLoad;

    /** Opens one that counts its calls in {@code use}. */
    public PanelSimilarityKernel(EngineUse use) {
        this.use = use;
        this.small = new ScalarSimilarityKernel(new EngineUse());
    }

    @Override
    public String name() {
        return "panel";
    }

    @Override
    public void load(float[][] vectors) {
        small.load(vectors);
        panels = null;
        dimensions = small.dimensions();
        rows = vectors.length;
        queriesSinceLoad = 0;
    }

    @Override
    public TopK[] topK(float[][] queries, SimilarityMeasure measure, int k, int[][] exclusions) {
        SimilarityInput.checkCall(queries, dimensions, rows, k, exclusions);
        use.called(queries.length);
        queriesSinceLoad += queries.length;
        if (panels == null && isWorthTurning()) {
            panels = new PanelMatrix(small.vectors(), small.inverseNorms(), dimensions);
            small.close();
        }
        return panels == null
                ? small.topK(queries, measure, k, exclusions)
                : panels.topK(queries, measure, k, exclusions);
    }

    @Override
    public void close() {
        small.close();
        panels = null;
        dimensions = 0;
        rows = 0;
    }

    private boolean isWorthTurning() {
        return rows >= FEWEST_ROWS
                && (long) rows * dimensions >= FEWEST_NUMBERS
                && queriesSinceLoad >= FEWEST_QUERIES;
    }
}
