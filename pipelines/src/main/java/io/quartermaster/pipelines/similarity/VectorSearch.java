package io.quartermaster.pipelines.similarity;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.io.Serializable;

/**
 * What a table of vectors is asked for.
 *
 * @param path of the file
 * @param k rows that answer a query at most, 1 to 1,024
 * @param measure how vectors are compared
 * @param settings of the kernel, whose engine must be there
 */
record VectorSearch(String path, int k, SimilarityMeasure measure, SimilaritySettings settings)
        implements Serializable {

    VectorSearch {
        SimilarityRequest.best(k, measure);
        SimilarityEngines.choose(settings.engine());
    }

    SimilarityRequest request() {
        return SimilarityRequest.best(k, measure);
    }
}
