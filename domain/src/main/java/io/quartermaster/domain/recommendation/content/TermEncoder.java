package io.quartermaster.domain.recommendation.content;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A small encoder of sparse vectors (terms of items), trained so that items chosen together lie
 * together: z = x E brought to length 1; of a batch of chosen pairs (i, j) each first is to find
 * its own second among all seconds, the loss being the cross-entropy of softmax(z_i z_j / t)
 * (InfoNCE, van den Oord et al. 2018). Steps by Adagrad (Duchi et al. 2011), single-threaded, so
 * that the same pairs and seed give the same bits.
 *
 * <p>E starts as a random projection, which keeps cosines roughly as they are (Achlioptas 2003):
 * with no pairs to learn from, it is that.
 */
public final class TermEncoder {

    private static final int BATCH = 64;
    private static final double TEMPERATURE = 0.1;
    private static final double RATE = 0.05;
    private static final double TINY = 1e-8;

    private final Modality terms;
    private final int[][] places;
    private final int to;
    private final float[] matrix;
    private final float[] squares;

    private TermEncoder(Modality terms, int to, long seed) {
        this.terms = terms;
        int from = terms.dimensions();
        this.places = Arrays.stream(terms.vectors()).map(TermEncoder::places).toArray(int[][]::new);
        this.to = to;
        this.matrix = new float[from * to];
        this.squares = new float[from * to];
        SplittableRandom random = new SplittableRandom(seed);
        float size = (float) (1 / Math.sqrt(to));
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = random.nextBoolean() ? size : -size;
        }
    }

    /**
     * Trains on pairs and encodes.
     *
     * @param name of the new modality
     * @param terms what is encoded
     * @param dimensions of the code, 1 or more
     * @param epochs passes over the pairs, 0 for the random projection
     */
    public static Modality encode(
            String name, Modality terms, ItemPairs pairs, int dimensions, int epochs, long seed) {
        TermEncoder encoder = new TermEncoder(terms, dimensions, seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int start = 0; start + 1 < pairs.chosen().length; start += BATCH) {
                encoder.step(pairs.chosen(), start, Math.min(pairs.chosen().length, start + BATCH));
            }
        }
        float[][] vectors = new float[terms.vectors().length][];
        for (int item = 0; item < vectors.length; item++) {
            Code code = encoder.code(item);
            vectors[item] = code == null ? null : rounded(code.unit);
        }
        return new Modality(name, vectors);
    }

    /** A code before and after it is brought to length 1, and the slope of the loss by it. */
    private static final class Code {
        private final double norm;
        private final double[] unit;
        private final double[] slope;

        private Code(double[] raw) {
            double sum = TINY;
            for (double number : raw) {
                sum += number * number;
            }
            norm = Math.sqrt(sum);
            unit = raw;
            for (int i = 0; i < unit.length; i++) {
                unit[i] /= norm;
            }
            slope = new double[unit.length];
        }

        private double times(Code other) {
            double sum = 0;
            for (int i = 0; i < unit.length; i++) {
                sum += unit[i] * other.unit[i];
            }
            return sum;
        }

        /** The slope by what it was before: that along the code itself falls away. */
        private double[] rawSlope() {
            double along = 0;
            for (int i = 0; i < unit.length; i++) {
                along += slope[i] * unit[i];
            }
            double[] raw = new double[unit.length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (slope[i] - along * unit[i]) / norm;
            }
            return raw;
        }

        private void add(double share, Code of) {
            for (int i = 0; i < slope.length; i++) {
                slope[i] += share * of.unit[i];
            }
        }
    }

    private void step(int[][] pairs, int start, int end) {
        int count = end - start;
        Code[] firsts = new Code[count];
        Code[] seconds = new Code[count];
        for (int i = 0; i < count; i++) {
            firsts[i] = code(pairs[start + i][0]);
            seconds[i] = code(pairs[start + i][1]);
        }
        for (int i = 0; i < count; i++) {
            if (firsts[i] != null && seconds[i] != null) {
                slopes(firsts, seconds, i);
            }
        }
        for (int i = 0; i < count; i++) {
            if (firsts[i] != null && seconds[i] != null) {
                move(pairs[start + i][0], firsts[i].rawSlope());
                move(pairs[start + i][1], seconds[i].rawSlope());
            }
        }
    }

    /** Where a vector is not 0. */
    private static int[] places(float[] row) {
        return row == null
                ? new int[0]
                : IntStream.range(0, row.length).filter(i -> row[i] != 0).toArray();
    }

    private Code code(int item) {
        float[] row = terms.vectors()[item];
        if (row == null) {
            return null;
        }
        double[] code = new double[to];
        for (int i : places[item]) {
            for (int j = 0; j < to; j++) {
                code[j] += (double) row[i] * matrix[i * to + j];
            }
        }
        return new Code(code);
    }

    /** Softmax over all seconds of the batch, less 1 for its own. */
    private static void slopes(Code[] firsts, Code[] seconds, int i) {
        double[] shares = new double[seconds.length];
        double sum = 0;
        for (int j = 0; j < seconds.length; j++) {
            boolean counts = seconds[j] != null;
            shares[j] =
                    counts ? StrictMath.exp((firsts[i].times(seconds[j]) - 1) / TEMPERATURE) : 0;
            sum += shares[j];
        }
        for (int j = 0; j < seconds.length; j++) {
            double share = (shares[j] / sum - (j == i ? 1 : 0)) / (TEMPERATURE * seconds.length);
            if (share != 0) {
                firsts[i].add(share, seconds[j]);
                seconds[j].add(share, firsts[i]);
            }
        }
    }

    private void move(int item, double[] slope) {
        float[] row = terms.vectors()[item];
        for (int i : places[item]) {
            for (int j = 0; j < to; j++) {
                double own = row[i] * slope[j];
                int at = i * to + j;
                squares[at] += (float) (own * own);
                matrix[at] -= (float) (RATE * own / Math.sqrt(squares[at] + TINY));
            }
        }
    }

    private static float[] rounded(double[] code) {
        float[] rounded = new float[code.length];
        for (int i = 0; i < code.length; i++) {
            rounded[i] = (float) code[i];
        }
        return rounded;
    }
}
