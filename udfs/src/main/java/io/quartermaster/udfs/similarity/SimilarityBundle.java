package io.quartermaster.udfs.similarity;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Scores the members of a group against each other, or a bundle of queries against loaded vectors,
 * in one call of a kernel. SQL functions and DataStream operators both go through it, so both give
 * the same rows. Belongs to one thread; open it when the task opens, close it when the task closes.
 */
public final class SimilarityBundle implements AutoCloseable {

    private final SimilarityKernel kernel;

    private SimilarityBundle(SimilarityKernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Opens a kernel of the wanted engine.
     *
     * @param settings its engine and how it works
     */
    public static SimilarityBundle open(SimilaritySettings settings) {
        return new SimilarityBundle(SimilarityEngines.open(settings));
    }

    /**
     * The k nearest other members of each member by cosine, best first, ties by the lower id.
     *
     * @param vectors of each member by id, all of one length
     * @param k 1 to 1,024; fewer are returned where the group is smaller
     * @throws IllegalArgumentException when k is below 1 or above 1,024, or vectors differ in
     *     length
     */
    public List<Neighbour> neighbours(SortedMap<String, float[]> vectors, int k) {
        String[] ids = vectors.keySet().toArray(String[]::new);
        float[][] rows = vectors.values().toArray(float[][]::new);
        int[][] oneself = new int[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            oneself[i] = new int[] {i};
        }
        kernel.load(rows);
        TopK[] best = nearest(rows, k, oneself);
        List<Neighbour> result = new ArrayList<>(ids.length * Math.min(k, ids.length));
        for (int i = 0; i < ids.length; i++) {
            for (int j = 0; j < best[i].ids().length; j++) {
                result.add(new Neighbour(ids[i], ids[best[i].ids()[j]], best[i].scores()[j]));
            }
        }
        return result;
    }

    /** Replaces the vectors that {@link #nearest} searches in. */
    public void load(float[][] vectors) {
        kernel.load(vectors);
    }

    /**
     * The k nearest loaded vectors of each query by cosine, in one call of the kernel.
     *
     * @param exclusions per query the positions left out, ascending
     */
    public TopK[] nearest(float[][] queries, int k, int[][] exclusions) {
        return kernel.topK(
                queries, SimilarityRequest.best(k, SimilarityMeasure.COSINE).without(exclusions));
    }

    /** The engine that serves. */
    public String engine() {
        return kernel.name();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
