package io.quartermaster.domain.recommendation.content;

import java.util.List;

/**
 * The vectors of all modalities as one: each times the root of its weight, one behind the other. So
 * the inner product of two items is the weighted sum of their cosines, and one search finds
 * neighbours by all modalities at once.
 */
public final class FusedVectors {

    private FusedVectors() {}

    /**
     * Puts them together; modalities with weight 0 take no room.
     *
     * @param weights one a modality, 0 or more, adding up to 1
     * @return by item; zeros where an item is not seen in a modality
     */
    public static float[][] of(List<Modality> modalities, double[] weights, int items) {
        int size = 0;
        for (int m = 0; m < weights.length; m++) {
            size += weights[m] > 0 ? modalities.get(m).dimensions() : 0;
        }
        float[][] fused = new float[items][size];
        int from = 0;
        for (int m = 0; m < weights.length; m++) {
            if (weights[m] > 0) {
                double root = Math.sqrt(weights[m]);
                for (int item = 0; item < items; item++) {
                    put(modalities.get(m).vectors()[item], root, fused[item], from);
                }
                from += modalities.get(m).dimensions();
            }
        }
        return fused;
    }

    private static void put(float[] vector, double root, float[] fused, int from) {
        for (int i = 0; vector != null && i < vector.length; i++) {
            fused[from + i] = (float) (root * vector[i]);
        }
    }
}
