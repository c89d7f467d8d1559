package io.quartermaster.domain.similarity;

/**
 * What is wanted of each query of a call. A row's score is what the measure gives, plus its bonus;
 * rows are ordered by that sum, so a bonus decides who gets in and not only in what order.
 *
 * @param measure inner product or cosine (a zero vector has cosine 0 with all)
 * @param k how many to select, 1 to {@value #LARGEST_K}; where fewer are left, or the matrix holds
 *     fewer, fewer are returned
 * @param exclusions per query the ids left out, ascending; an id without a vector does no harm;
 *     null for none at all
 * @param bonus per id what is added to its score, finite and at most 1e15 in size; null for nothing
 * @param valid per id whether it may be selected; null for all
 */
public record SimilarityRequest(
        SimilarityMeasure measure, int k, int[][] exclusions, float[] bonus, boolean[] valid) {

    /** Largest k of a call. */
    public static final int LARGEST_K = 1024;

    private static final int[] NOTHING = {};

    public SimilarityRequest {
        if (k < 1 || k > LARGEST_K) {
            throw new IllegalArgumentException(
                    "The k (%d) must be 1 to %d.\nMaybe ask for fewer neighbours."
                            .formatted(k, LARGEST_K));
        }
        if (bonus != null) {
            SimilarityInput.checkNumbers("bonus", 0, bonus);
        }
        if (exclusions != null) {
            SimilarityInput.checkExclusions(exclusions);
        }
    }

    /** The best k of all rows. */
    public static SimilarityRequest best(int k, SimilarityMeasure measure) {
        return new SimilarityRequest(measure, k, null, null, null);
    }

    /** The same, leaving out some ids of each query. */
    public SimilarityRequest without(int[][] ids) {
        return new SimilarityRequest(measure, k, ids, bonus, valid);
    }

    /** The same, with something added to the score of each id. */
    public SimilarityRequest plus(float[] ofIds) {
        return new SimilarityRequest(measure, k, exclusions, ofIds, valid);
    }

    /** The same among some ids only. */
    public SimilarityRequest among(boolean[] ids) {
        return new SimilarityRequest(measure, k, exclusions, bonus, ids);
    }

    /** The same for queries {@code from} to {@code to - 1} of the call. */
    public SimilarityRequest ofQueries(int from, int to) {
        return exclusions == null
                ? this
                : without(java.util.Arrays.copyOfRange(exclusions, from, to));
    }

    /** The ids that a query leaves out, ascending. */
    public int[] excluded(int query) {
        return exclusions == null ? NOTHING : exclusions[query];
    }

    /**
     * What is added to each score before selection: the bonus, and minus infinity for an id that is
     * not valid. A copy.
     *
     * @param ids how many there are
     * @return null where nothing is added to any
     */
    public float[] additions(int ids) {
        if (bonus == null && valid == null) {
            return null;
        }
        float[] additions = bonus == null ? new float[ids] : bonus.clone();
        for (int id = 0; valid != null && id < ids; id++) {
            additions[id] = valid[id] ? additions[id] : Float.NEGATIVE_INFINITY;
        }
        return additions;
    }

    /** Whether scores are cosines. */
    public boolean isCosine() {
        return measure == SimilarityMeasure.COSINE;
    }
}
