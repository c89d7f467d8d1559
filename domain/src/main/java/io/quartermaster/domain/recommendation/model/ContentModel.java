package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.ItemWeighting;
import java.util.Arrays;

/**
 * Items with like attributes: cosine of their attributes, each weighing ln(items / items that have
 * it), from the user's items to others.
 *
 * @param attributes numbers of each item's attributes, ascending, each once
 * @param fall how quickly a history's events fade
 */
record ContentModel(int[][] attributes, double fall) implements RecommendationModel {

    private static final int NEIGHBOURS = 500;

    @Override
    public ItemScorer fit(Histories histories) {
        return new TableScorer(table(attributes), new Recency(fall, false));
    }

    @Override
    public String toString() {
        return "ContentModel[fall=" + fall + "]";
    }

    static SparseTable table(int[][] attributes) {
        int width = 0;
        for (int[] own : attributes) {
            width = Math.max(width, own.length == 0 ? 0 : own[own.length - 1] + 1);
        }
        int[] counts = new int[width];
        Arrays.stream(attributes).flatMapToInt(Arrays::stream).forEach(a -> counts[a]++);
        float[][] values = new float[attributes.length][];
        for (int item = 0; item < values.length; item++) {
            values[item] = new float[attributes[item].length];
            for (int a = 0; a < values[item].length; a++) {
                double share = (double) attributes.length / counts[attributes[item][a]];
                values[item][a] = (float) Math.log(share);
            }
        }
        SparseRows rows = new SparseRows(attributes, values, width);
        return new NeighbourFinder(rows, ItemWeighting.COSINE, 0, NEIGHBOURS).table();
    }
}
