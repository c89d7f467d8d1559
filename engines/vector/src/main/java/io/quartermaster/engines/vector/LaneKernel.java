package io.quartermaster.engines.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inmost loop: four queries times the rows of three registers, whose twelve sums stay in
 * registers. With three rows' registers and one query's number that makes sixteen, which every
 * processor with 256 bits has. It is long because only local variables become registers.
 */
final class LaneKernel {

    /** Queries of a group. */
    static final int QUERIES = 4;

    /** Registers of rows. */
    static final int VECTORS = 3;

    private static final VectorSpecies<Float> SPECIES = LanePass.SPECIES;
    private static final VectorSpecies<Integer> BITS = LanePass.BITS;
    private static final int LANES = LanePass.LANES;
    private static final int WIDTH = LanePass.WIDTH;

    private LaneKernel() {}

    /**
     * Adds numbers {@code from} to {@code to - 1} of each vector to the sums.
     *
     * @param panel number j of row i at {@code j * WIDTH + i}
     * @param group bits of number j of query q at {@code j * QUERIES + q}
     * @param sums of query q and row i at {@code q * WIDTH + i}
     */
    static void add(float[] panel, int[] group, float[] sums, int from, int to) {
        FloatVector sum00 = load(sums, 0);
        FloatVector sum01 = load(sums, LANES);
        FloatVector sum02 = load(sums, 2 * LANES);
        FloatVector sum10 = load(sums, WIDTH);
        FloatVector sum11 = load(sums, WIDTH + LANES);
        FloatVector sum12 = load(sums, WIDTH + 2 * LANES);
        FloatVector sum20 = load(sums, 2 * WIDTH);
        FloatVector sum21 = load(sums, 2 * WIDTH + LANES);
        FloatVector sum22 = load(sums, 2 * WIDTH + 2 * LANES);
        FloatVector sum30 = load(sums, 3 * WIDTH);
        FloatVector sum31 = load(sums, 3 * WIDTH + LANES);
        FloatVector sum32 = load(sums, 3 * WIDTH + 2 * LANES);
        for (int j = from; j < to; j++) {
            FloatVector row0 = load(panel, j * WIDTH);
            FloatVector row1 = load(panel, j * WIDTH + LANES);
            FloatVector row2 = load(panel, j * WIDTH + 2 * LANES);
            FloatVector query = copies(group, j * QUERIES);
            sum00 = query.fma(row0, sum00);
            sum01 = query.fma(row1, sum01);
            sum02 = query.fma(row2, sum02);
            query = copies(group, j * QUERIES + 1);
            sum10 = query.fma(row0, sum10);
            sum11 = query.fma(row1, sum11);
            sum12 = query.fma(row2, sum12);
            query = copies(group, j * QUERIES + 2);
            sum20 = query.fma(row0, sum20);
            sum21 = query.fma(row1, sum21);
            sum22 = query.fma(row2, sum22);
            query = copies(group, j * QUERIES + 3);
            sum30 = query.fma(row0, sum30);
            sum31 = query.fma(row1, sum31);
            sum32 = query.fma(row2, sum32);
        }
        sum00.intoArray(sums, 0);
        sum01.intoArray(sums, LANES);
        sum02.intoArray(sums, 2 * LANES);
        sum10.intoArray(sums, WIDTH);
        sum11.intoArray(sums, WIDTH + LANES);
        sum12.intoArray(sums, WIDTH + 2 * LANES);
        sum20.intoArray(sums, 2 * WIDTH);
        sum21.intoArray(sums, 2 * WIDTH + LANES);
        sum22.intoArray(sums, 2 * WIDTH + 2 * LANES);
        sum30.intoArray(sums, 3 * WIDTH);
        sum31.intoArray(sums, 3 * WIDTH + LANES);
        sum32.intoArray(sums, 3 * WIDTH + 2 * LANES);
    }

    private static FloatVector load(float[] numbers, int at) {
        return FloatVector.fromArray(SPECIES, numbers, at);
    }

    /** A query's number in all lanes. */
    private static FloatVector copies(int[] group, int at) {
        return IntVector.broadcast(BITS, group[at]).reinterpretAsFloats();
    }
}
