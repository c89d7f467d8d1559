package io.quartermaster.pipelines.similarity;

import java.util.List;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;

/** A file of vectors that a lookup join asks. */
final class VectorFileSource implements LookupTableSource {

    private final VectorSearch search;
    private final List<VectorField> fields;

    VectorFileSource(VectorSearch search, List<VectorField> fields) {
        this.search = search;
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
                new VectorFileLookup(search, fields.toArray(VectorField[]::new)));
    }

    @Override
    public DynamicTableSource copy() {
        return new VectorFileSource(search, fields);
    }

    @Override
    public String asSummaryString() {
        return VectorFileFactory.IDENTIFIER + " " + search.path();
    }
}
