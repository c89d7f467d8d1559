package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sums over users of what pairs of items count, row by row, so that only one row a thread is ever
 * dense.
 *
 * @param table sums s(i,j) of row i and column j; the largest by s / sqrt(n(j)) of each row
 * @param events sum over the events of each item of 1 / n^g (n events of the user, g of the shape)
 * @param diagonal s(i,i): each event with itself, and with others of its item and user
 */
record PairSums(SparseTable table, double[] events, double[] diagonal) {

    /** Of a longer history the latest events count, so that one user cannot take all the time. */
    static final int LONGEST = 2000;

    /** Adds up. */
    static PairSums of(Histories all, PairShape shape, int kept) {
        Histories histories =
                all.each(
                        history ->
                                (shape.isTogether() ? history.distinct() : history)
                                        .latest(LONGEST));
        Postings postings = Postings.of(histories);
        double[] userFactor = new double[histories.users()];
        int[][] steps = new int[histories.users()][];
        for (int user = 0; user < userFactor.length; user++) {
            int size = Math.max(1, histories.of(user).size());
            userFactor[user] = Math.pow(size, -shape.userExponent());
            steps[user] = histories.of(user).steps();
        }
        double[] events = new double[histories.items()];
        for (int item = 0; item < events.length; item++) {
            for (int user : postings.users()[item]) {
                events[item] += userFactor[user];
            }
        }
        double[] diagonal = new double[events.length];
        SparseTable table = new SparseTable(new int[events.length][], new float[events.length][]);
        ThreadLocal<double[]> dense = ThreadLocal.withInitial(() -> new double[events.length]);
        IntStream.range(0, events.length)
                .parallel()
                .forEach(
                        item -> {
                            double[] sums = dense.get();
                            row(histories, shape, postings, userFactor, steps, item, sums);
                            diagonal[item] = sums[item];
                            sums[item] = 0;
                            keep(sums, item, events, kept, table);
                        });
        return new PairSums(table, events, diagonal);
    }

    private static void row(
            Histories histories,
            PairShape shape,
            Postings postings,
            double[] userFactor,
            int[][] steps,
            int item,
            double[] sums) {
        int[] users = postings.users()[item];
        for (int p = 0; p < users.length; p++) {
            int user = users[p];
            int[] items = histories.of(user).items();
            if (shape.isTogether()) {
                for (int other : items) {
                    sums[other] += userFactor[user];
                }
            } else {
                near(items, steps[user], postings.positions()[item][p], shape, sums);
            }
        }
    }

    /** Adds the pairs of one event with all that lie within reach of it. */
    private static void near(
            int[] items, int[] steps, int position, PairShape shape, double[] sums) {
        int first = position;
        while (first > 0 && steps[position] - steps[first - 1] <= shape.reachBefore()) {
            first--;
        }
        for (int q = first; q < items.length && steps[q] - steps[position] <= PairShape.FAR; q++) {
            sums[items[q]] += shape.of(steps[q] - steps[position]);
        }
    }

    private static void keep(
            double[] sums, int item, double[] events, int kept, SparseTable table) {
        LargestCells largest = new LargestCells(kept);
        for (int other = 0; other < sums.length; other++) {
            if (sums[other] > 0) {
                largest.offer(other, sums[other] / Math.sqrt(events[other]));
            }
        }
        int[] columns = largest.drain();
        float[] values = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = (float) sums[columns[i]];
        }
        table.columns()[item] = columns;
        table.values()[item] = values;
        Arrays.fill(sums, 0);
    }

    /**
     * Weights s(i,j) / (n(i)^a n(j)^b); the largest of each row.
     *
     * @param own a
     * @param other b; the larger, the less popular the neighbours
     * @param most cells of a row at most
     */
    SparseTable weights(double own, double other, int most) {
        SparseTable scaled = new SparseTable(table.columns(), new float[table.size()][]);
        double[] columnFactor = new double[events.length];
        Arrays.setAll(columnFactor, j -> events[j] == 0 ? 0 : Math.pow(events[j], -other));
        for (int i = 0; i < table.size(); i++) {
            double rowFactor = events[i] == 0 ? 0 : Math.pow(events[i], -own);
            int[] columns = table.columns()[i];
            float[] values = new float[columns.length];
            for (int k = 0; k < columns.length; k++) {
                double weight = table.values()[i][k] * rowFactor * columnFactor[columns[k]];
                values[k] = (float) weight;
            }
            scaled.values()[i] = values;
        }
        return scaled.nearest(SparseTable.cells(table.size(), most));
    }
}
