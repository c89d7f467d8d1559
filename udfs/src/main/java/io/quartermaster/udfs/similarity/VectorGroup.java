package io.quartermaster.udfs.similarity;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.dataview.MapView;

/** Vectors of a group by id, as the aggregates of similarity gather them. */
public class VectorGroup {

    private static final int DEFAULT_K = 10;

    /** How many are asked for; null where nobody has said. */
    public Integer k;

    /** By id. */
    @DataTypeHint("MAP<STRING, ARRAY<DOUBLE>>")
    public MapView<String, Double[]> vectors = new MapView<>();

    /** How many rows say so, by id; one row is not noted. */
    @DataTypeHint("MAP<STRING, INT>")
    public MapView<String, Integer> times = new MapView<>();

    /**
     * Puts a row in; one with a NULL id or vector does not count.
     *
     * @throws IllegalArgumentException when the id has another vector, since the answer would
     *     depend on the order
     */
    final void add(String id, Double[] vector, Integer wanted, String function) throws Exception {
        k = wanted == null ? k : wanted;
        if (id != null && vector != null) {
            add(id, vector, 1, function);
        }
    }

    private void add(String id, Double[] vector, int rows, String function) throws Exception {
        Double[] before = vectors.get(id);
        if (before != null && !Arrays.equals(before, vector)) {
            throw new IllegalArgumentException(
                    "The id (%s) of %s has two vectors.\nMaybe group by a key, or choose one vector for each id."
                            .formatted(id, function));
        }
        vectors.put(id, vector);
        set(id, (before == null ? 0 : rows(id)) + rows);
    }

    /** Takes a row out again; the vector stays as long as another row has it. */
    final void remove(String id, Double[] vector) throws Exception {
        if (id == null || vector == null || !vectors.contains(id)) {
            return;
        }
        int left = rows(id) - 1;
        set(id, left);
        if (left == 0) {
            vectors.remove(id);
        }
    }

    /** Puts all rows of another group in. */
    final void merge(VectorGroup other, String function) throws Exception {
        k = other.k == null ? k : other.k;
        for (Map.Entry<String, Double[]> entry : other.vectors.entries()) {
            add(entry.getKey(), entry.getValue(), other.rows(entry.getKey()), function);
        }
    }

    /** How many are asked for, 10 where nobody has said. */
    final int wanted() {
        return k == null ? DEFAULT_K : k;
    }

    /** All vectors, in the order of ids. */
    final SortedMap<String, float[]> plain() {
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

    private int rows(String id) throws Exception {
        Integer noted = times.get(id);
        return noted == null ? 1 : noted;
    }

    private void set(String id, int rows) throws Exception {
        if (rows > 1) {
            times.put(id, rows);
        } else {
            times.remove(id);
        }
    }
}
