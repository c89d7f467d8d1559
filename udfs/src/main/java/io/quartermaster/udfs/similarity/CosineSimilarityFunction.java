package io.quartermaster.udfs.similarity;

import io.quartermaster.domain.similarity.SimilarityInput;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code COSINE_SIMILARITY(left, right)}: cosine of two vectors, 0 where one of them is zero, NULL
 * where one is NULL or holds a NULL. For many pairs use {@code SIMILAR_ITEMS}, which bundles them.
 */
public final class CosineSimilarityFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Double eval(
            @DataTypeHint("ARRAY<DOUBLE>") Double[] left,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] right) {
        if (left == null || right == null || hasNull(left) || hasNull(right)) {
            return null;
        }
        if (left.length != right.length) {
            throw new IllegalArgumentException(
                    "The lengths (%d, %d) of the vectors of COSINE_SIMILARITY must be equal."
                            .formatted(left.length, right.length));
        }
        float[] first = plain(left);
        float[] second = plain(right);
        float product = 0;
        for (int i = 0; i < first.length; i++) {
            product = Math.fma(first[i], second[i], product);
        }
        return (double)
                (product
                        * SimilarityInput.inverseNorm(first)
                        * SimilarityInput.inverseNorm(second));
    }

    private static float[] plain(Double[] vector) {
        float[] plain = new float[vector.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = vector[i].floatValue();
        }
        return plain;
    }

    private static boolean hasNull(Double[] vector) {
        for (Double number : vector) {
            if (number == null) {
                return true;
            }
        }
        return false;
    }
}
