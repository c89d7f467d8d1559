package io.quartermaster.udfs.similarity;

import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import java.util.Arrays;
import java.util.SortedMap;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;

/**
 * {@code VECTOR_SEARCH_AGG(id, vector, query, k)}: the k vectors of a group nearest to a query by
 * cosine, as one array of rows (id, score) for {@code UNNEST}, best first, ties by id. The query is
 * the same for all rows of the group; rows with a NULL id or vector do not count, without a query
 * there is no row, a NULL k is 10. The engine is the job parameter {@value
 * SimilaritySettings#ENGINE_KEY}.
 */
@FunctionHint(output = @DataTypeHint("ARRAY<ROW<id STRING, score DOUBLE>>"))
public final class VectorSearchFunction
        extends AggregateFunction<Row[], VectorSearchFunction.Searched> {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "VECTOR_SEARCH_AGG";

    private transient SimilarityBundle bundle;

    /** The group as gathered so far, and what is asked of it. */
    public static final class Searched extends VectorGroup {
        @DataTypeHint("ARRAY<DOUBLE>")
        public Double[] query;
    }

    @Override
    public void open(FunctionContext context) {
        bundle = SimilarityBundle.open(SimilarityParameters.of(context));
    }

    @Override
    public void close() {
        if (bundle != null) {
            bundle.close();
        }
    }

    @Override
    public Searched createAccumulator() {
        return new Searched();
    }

    public void accumulate(
            Searched searched,
            String id,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] vector,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] query,
            Integer k)
            throws Exception {
        ask(searched, query);
        searched.add(id, vector, k, NAME);
    }

    public void retract(
            Searched searched,
            String id,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] vector,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] query,
            Integer k)
            throws Exception {
        searched.remove(id, vector);
    }

    public void merge(Searched searched, Iterable<Searched> others) throws Exception {
        for (Searched other : others) {
            ask(searched, other.query);
            searched.merge(other, NAME);
        }
    }

    @Override
    public Row[] getValue(Searched searched) {
        SortedMap<String, float[]> vectors = searched.plain();
        if (searched.query == null || vectors.isEmpty()) {
            return new Row[0];
        }
        String[] ids = vectors.keySet().toArray(String[]::new);
        bundle.load(vectors.values().toArray(float[][]::new));
        float[][] query = {VectorGroup.plain("query", searched.query)};
        TopK best = bundle.nearest(query, searched.wanted(), new int[][] {{}})[0];
        Row[] rows = new Row[best.ids().length];
        Arrays.setAll(rows, i -> Row.of(ids[best.ids()[i]], (double) best.scores()[i]));
        return rows;
    }

    private static void ask(Searched searched, Double[] query) {
        if (query == null) {
            return;
        }
        if (searched.query != null && !Arrays.equals(searched.query, query)) {
            throw new IllegalArgumentException(
                    "A group of VECTOR_SEARCH_AGG has two queries.\nMaybe group by the query too.");
        }
        searched.query = query;
    }
}
