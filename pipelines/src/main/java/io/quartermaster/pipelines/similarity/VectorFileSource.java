package io.quartermaster.pipelines.similarity;

import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.List;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;

/** A file of vectors that a lookup join asks. */
final class VectorFileSource implements LookupTableSource {

    private final String path;
    private final int k;
    private final SimilarityMeasure measure;
    private final SimilaritySettings settings;
    private final List<VectorField> fields;

    VectorFileSource(
            String path,
            int k,
            SimilarityMeasure measure,
            SimilaritySettings settings,
            List<VectorField> fields) {
        this.path = path;
        this.k = k;
        this.measure = measure;
        this.settings = settings;
        this.fields = fields;
    }

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
        int[][] keys = context.getKeys();
        if (keys.length != 1 || fields.get(keys[0][0]) != VectorField.QUERY) {
            throw new IllegalArgumentException(
                    "A table of the connector (%s) is joined on its column (query) and on no other.\nMaybe ON table.query = other.vector."
                            .formatted(VectorFileFactory.IDENTIFIER));
        }
        return LookupFunctionProvider.of(
                new VectorFileLookup(
                        path, k, measure, settings, fields.toArray(VectorField[]::new)));
    }

    @Override
    public DynamicTableSource copy() {
        return new VectorFileSource(path, k, measure, settings, fields);
    }

    @Override
    public String asSummaryString() {
        return VectorFileFactory.IDENTIFIER + " " + path;
    }
}
