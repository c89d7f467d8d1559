package io.quartermaster.engines.vector;

import io.quartermaster.domain.similarity.ScoringCall;
import io.quartermaster.domain.similarity.TopKSelection;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scores the queries of a call against one panel after the other, four queries at a time, and
 * offers what may get in. The numbers of four queries lie side by side as bits, since an integer is
 * copied to all lanes without the look for NaN that a float is.
 */
final class LanePass {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Rows of a panel. */
    static final int WIDTH = LaneKernel.VECTORS * LANES;

    private static final int QUERIES = LaneKernel.QUERIES;

    /** Numbers of a vector that are summed before the next queries: so many keep a panel near. */
    private static final int DEPTH = 128;

    private final ScoringCall call;
    private final int from;
    private final TopKSelection[] selections;
    private final int dimensions;
    private final int[][] packed;
    private final float[][] sums;
    private final float[] additions;
    private final float[] finished = new float[WIDTH];

    LanePass(ScoringCall call, int from, TopKSelection[] selections, int dimensions) {
        this.call = call;
        this.from = from;
        this.selections = selections;
        this.dimensions = dimensions;
        int groups = (selections.length + QUERIES - 1) / QUERIES;
        this.packed = new int[groups][dimensions * QUERIES];
        this.additions = new float[call.additions() == null ? 0 : WIDTH];
        this.sums = new float[groups][QUERIES * WIDTH];
        for (int i = 0; i < selections.length; i++) {
            pack(call.queries()[from + i], packed[i / QUERIES], i % QUERIES);
        }
    }

    /**
     * Scores and selects.
     *
     * @param panel the rows, turned
     * @param firstId of its rows
     * @param rows of it that are ids
     */
    void select(float[] panel, float[] inverseNorms, int firstId, int rows) {
        if (call.additions() != null) {
            System.arraycopy(call.additions(), firstId, additions, 0, rows);
        }
        for (int depth = 0; depth < dimensions; depth += DEPTH) {
            int end = Math.min(dimensions, depth + DEPTH);
            for (int group = 0; group < packed.length; group++) {
                LaneKernel.add(panel, packed[group], sums[group], depth, end);
                if (end == dimensions) {
                    select(group, inverseNorms, firstId, rows);
                }
            }
        }
    }

    private void select(int group, float[] inverseNorms, int firstId, int rows) {
        int first = group * QUERIES;
        int count = Math.min(QUERIES, selections.length - first);
        for (int i = 0; i < count; i++) {
            select(first + i, sums[group], i * WIDTH, inverseNorms, firstId, rows);
        }
    }

    /** Takes the sums of one query, and leaves zeros for the next panel. */
    private void select(
            int query, float[] scores, int at, float[] inverseNorms, int firstId, int rows) {
        FloatVector threshold = FloatVector.broadcast(SPECIES, selections[query].threshold());
        IntVector any = IntVector.zero(BITS);
        for (int row = 0; row < WIDTH; row += LANES) {
            FloatVector score = FloatVector.fromArray(SPECIES, scores, at + row);
            if (call.inverseNorms() != null) {
                score = score.mul(FloatVector.fromArray(SPECIES, inverseNorms, row));
                score = score.mul(call.inverseNorms()[from + query]);
            }
            if (call.additions() != null) {
                score = score.add(FloatVector.fromArray(SPECIES, additions, row));
            }
            score.intoArray(finished, row);
            FloatVector.zero(SPECIES).intoArray(scores, at + row);
            any = any.or(threshold.sub(score).reinterpretAsInts());
        }
        if (any.test(VectorOperators.IS_NEGATIVE).anyTrue()) {
            scan(selections[query], firstId, rows);
        }
    }

    private void scan(TopKSelection selection, int firstId, int rows) {
        for (int row = 0; row < rows; row += LANES) {
            FloatVector score = FloatVector.fromArray(SPECIES, finished, row);
            if (score.compare(VectorOperators.GT, selection.threshold()).anyTrue()) {
                int count = Math.min(LANES, rows - row);
                selection.scan(finished, row, count, firstId + row);
            }
        }
    }

    private static void pack(float[] query, int[] group, int place) {
        for (int j = 0; j < query.length; j++) {
            group[j * QUERIES + place] = Float.floatToRawIntBits(query[j]);
        }
    }
}
