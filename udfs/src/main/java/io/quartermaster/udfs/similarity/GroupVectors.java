package io.quartermaster.udfs.similarity;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.table.api.dataview.MapView;

/** Vectors of a group by id, as the aggregates of similarity gather them. */
final class GroupVectors {

    private GroupVectors() {}

    /**
     * Puts one in.
     *
     * @throws IllegalArgumentException when the id has another one, since the answer would depend
     *     on the order
     */
    static void add(MapView<String, Double[]> vectors, String id, Double[] vector, String function)
            throws Exception {
        Double[] before = vectors.get(id);
        if (before != null && !Arrays.equals(before, vector)) {
            throw new IllegalArgumentException(
                    "The id (%s) of %s has two vectors.\nMaybe group by a key, or choose one vector for each id."
                            .formatted(id, function));
        }
        vectors.put(id, vector);
    }

    /** All of them, in the order of ids. */
    static SortedMap<String, float[]> plain(MapView<String, Double[]> vectors) {
        TreeMap<String, float[]> plain = new TreeMap<>();
        try {
            for (Map.Entry<String, Double[]> entry : vectors.entries()) {
                plain.put(entry.getKey(), plain(entry.getKey(), entry.getValue()));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The group cannot be read from state.", e);
        }
        return plain;
    }

    static float[] plain(String id, Double[] vector) {
        float[] result = new float[vector.length];
        for (int i = 0; i < result.length; i++) {
            if (vector[i] == null) {
                throw new IllegalArgumentException(
                        "Number %d of the vector of (%s) must not be NULL.".formatted(i + 1, id));
            }
            result[i] = vector[i].floatValue();
        }
        return result;
    }
}
