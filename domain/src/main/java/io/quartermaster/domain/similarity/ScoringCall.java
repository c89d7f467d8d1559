package io.quartermaster.domain.similarity;

/**
 * A call as a layout scores it: what all its queries have in common is made ready once.
 *
 * @param queries Q rows of d numbers
 * @param request what is wanted of each
 * @param inverseNorms one over the length of each query; null for the inner product
 * @param additions added to the score of each id, minus infinity for one that is out; null for
 *     nothing at all
 */
public record ScoringCall(
        float[][] queries, SimilarityRequest request, float[] inverseNorms, float[] additions) {

    static ScoringCall of(ResidentMatrix matrix, float[][] queries, SimilarityRequest request) {
        float[] inverseNorms = null;
        if (request.isCosine()) {
            inverseNorms = new float[queries.length];
            for (int query = 0; query < queries.length; query++) {
                inverseNorms[query] = SimilarityInput.inverseNorm(queries[query]);
            }
        }
        return new ScoringCall(queries, request, inverseNorms, matrix.additions(request));
    }
}
