package io.quartermaster.udfs.similarity;

import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;

/**
 * {@code SIMILAR_ITEMS(id, vector, k)}: gathers the vectors of a group and scores all of them
 * against each other in one call of the similarity kernel; the answer is one array of rows (id,
 * neighbour, score) for {@code UNNEST}. Members with a NULL id or vector do not count; a NULL k is
 * 10. An id that comes twice with different vectors is refused, since the answer would depend on
 * the order. The engine is the job parameter {@value SimilaritySettings#ENGINE_KEY}.
 */
@FunctionHint(output = @DataTypeHint("ARRAY<ROW<id STRING, neighbour STRING, score DOUBLE>>"))
public final class SimilarItemsFunction
        extends AggregateFunction<Row[], SimilarItemsFunction.Members> {

    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_K = 10;

    private transient SimilarityBundle bundle;

    /** The group as gathered so far. */
    public static final class Members {
        public int k = DEFAULT_K;

        @DataTypeHint("MAP<STRING, ARRAY<DOUBLE>>")
        public MapView<String, Double[]> vectors = new MapView<>();
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
    public Members createAccumulator() {
        return new Members();
    }

    public void accumulate(
            Members members, String id, @DataTypeHint("ARRAY<DOUBLE>") Double[] vector, Integer k)
            throws Exception {
        if (k != null) {
            members.k = k;
        }
        if (id != null && vector != null) {
            add(members, id, vector);
        }
    }

    public void retract(
            Members members, String id, @DataTypeHint("ARRAY<DOUBLE>") Double[] vector, Integer k)
            throws Exception {
        if (id != null && vector != null) {
            members.vectors.remove(id);
        }
    }

    public void merge(Members members, Iterable<Members> others) throws Exception {
        for (Members other : others) {
            members.k = other.k;
            for (Map.Entry<String, Double[]> entry : other.vectors.entries()) {
                add(members, entry.getKey(), entry.getValue());
            }
        }
    }

    @Override
    public Row[] getValue(Members members) {
        return bundle.neighbours(GroupVectors.plain(members.vectors), members.k).stream()
                .map(one -> Row.of(one.id(), one.neighbour(), one.score()))
                .toArray(Row[]::new);
    }

    private static void add(Members members, String id, Double[] vector) throws Exception {
        GroupVectors.add(members.vectors, id, vector, "SIMILAR_ITEMS");
    }
}
