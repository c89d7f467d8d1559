package io.quartermaster.domain.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.engine.EngineUse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kernel of dense vectors refuses, and how it says so. */
public abstract class SimilarityRefusalContract {

    protected static final SimilarityRequest COSINE_3 =
            SimilarityRequest.best(3, SimilarityMeasure.COSINE);

    protected final EngineUse use = new EngineUse();
    protected SimilarityKernel kernel;

    /** The kernel under test, empty. */
    protected abstract SimilarityKernel open(EngineUse use);

    @BeforeEach
    protected void openKernel() {
        kernel = open(use);
    }

    @AfterEach
    protected void closeKernel() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Test
    void refusesInputThatCannotBe() {
        assertThatThrownBy(() -> kernel.load(new float[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The length (1) of vector (1) must be 2.\nMaybe a column is missing in it.");
        assertThatThrownBy(() -> kernel.load(new float[][] {{Float.NaN}}))
                .hasMessage(
                        "The number (NaN) in vector (0) must be finite and at most 1e15 in size.\nMaybe scale the vectors.");
        kernel.load(new float[][] {{1}, {2}});
        assertThatThrownBy(() -> topKOfMany(new float[] {1, 2}, 1, 1, null))
                .hasMessageStartingWith("The length (2) of query (0) must be 1.");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 1, 0, null))
                .hasMessage("The k (0) must be 1 to 1024.\nMaybe ask for fewer neighbours.");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 1, 1025, null))
                .hasMessage("The k (1025) must be 1 to 1024.\nMaybe ask for fewer neighbours.");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 2, 1, new int[1][0]))
                .hasMessage("The number of exclusion lists (1) must be that of the queries (2).");
        assertThatThrownBy(() -> topKOfMany(new float[] {1}, 1, 1, new int[][] {{1, 0}}))
                .hasMessage("The exclusions of query (0) must ascend, but 0 follows 1.");
        assertThatThrownBy(() -> kernel.topK(new float[][] {{1}}, COSINE_3.plus(new float[3])))
                .hasMessage("The number of bonuses (3) must be that of the ids (2).");
        assertThatThrownBy(() -> COSINE_3.plus(new float[] {Float.NEGATIVE_INFINITY}))
                .hasMessageStartingWith("The number (-Infinity) in bonus (0) must be finite");
        assertThatThrownBy(() -> kernel.topK(new float[][] {{1}}, COSINE_3.among(new boolean[1])))
                .hasMessage("The number of marks of valid ids (1) must be that of the ids (2).");
    }

    @Test
    void refusesChangesThatCannotBeAndStaysAsItWas() {
        kernel.load(new float[][] {{1}, {2}});
        long version = kernel.version();
        assertThatThrownBy(() -> kernel.upsert(new int[] {0, 0}, new float[][] {{1}, {2}}))
                .hasMessage("The id (0) comes twice in one call.\nMaybe keep its last vector.");
        assertThatThrownBy(() -> kernel.upsert(new int[] {3}, new float[][] {{1}}))
                .hasMessage(
                        "The id (3) leaves the id (2) out.\nMaybe number items without gaps, from 0.");
        assertThatThrownBy(() -> kernel.upsert(new int[] {-1}, new float[][] {{1}}))
                .hasMessage("The id (-1) must be 0 or more.");
        assertThatThrownBy(() -> kernel.upsert(new int[] {0}, new float[][] {{1, 2}}))
                .hasMessageStartingWith("The length (2) of vector (0) must be 1.");
        assertThatThrownBy(
                        () ->
                                kernel.upsert(
                                        new int[] {1}, new float[][] {{Float.POSITIVE_INFINITY}}))
                .hasMessageStartingWith("The number (Infinity) in vector (1) must be finite");
        assertThatThrownBy(() -> kernel.upsert(new int[] {1}, new float[0][]))
                .hasMessage("The number of vectors (0) must be that of their ids (1).");
        assertThatThrownBy(() -> kernel.delete(1, 1))
                .hasMessageStartingWith("The id (1) comes twice");
        assertThatThrownBy(
                        () ->
                                kernel.scores(
                                        new float[][] {{1}},
                                        new SimilarityPairs(
                                                SimilarityMeasure.COSINE,
                                                new int[] {0},
                                                new int[] {2})))
                .hasMessage("The id (2) of pair (0) has no vector.\nMaybe it was deleted.");
        List<MatrixPart> part = kernel.snapshot();
        assertThatThrownBy(() -> kernel.restore(List.of(part.get(0), part.get(0))))
                .hasMessage(
                        "The snapshot of version (%d) has 1 parts, each once, but (2) came."
                                .formatted(version));
        assertThat(kernel.version()).isEqualTo(version);
        assertThat(topKOfMany(new float[] {1}, 1, 9, null)[0].ids()).containsExactly(1, 0);
    }

    protected TopK[] topKOfMany(float[] query, int times, int k, int[][] excluded) {
        float[][] queries = new float[times][];
        for (int i = 0; i < times; i++) {
            queries[i] = query;
        }
        return kernel.topK(
                queries,
                SimilarityRequest.best(k, SimilarityMeasure.INNER_PRODUCT).without(excluded));
    }
}
