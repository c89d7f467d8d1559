package io.quartermaster.udfs.similarity;

import io.quartermaster.domain.similarity.SimilaritySettings;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
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
public final class SimilarItemsFunction extends AggregateFunction<Row[], VectorGroup> {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "SIMILAR_ITEMS";

    private transient SimilarityBundle bundle;

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
    public VectorGroup createAccumulator() {
        return new VectorGroup();
    }

    public void accumulate(
            VectorGroup members,
            String id,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] vector,
            Integer k)
            throws Exception {
        members.add(id, vector, k, NAME);
    }

    public void retract(
            VectorGroup members,
            String id,
            @DataTypeHint("ARRAY<DOUBLE>") Double[] vector,
            Integer k)
            throws Exception {
        members.remove(id, vector);
    }

    public void merge(VectorGroup members, Iterable<VectorGroup> others) throws Exception {
        for (VectorGroup other : others) {
            members.merge(other, NAME);
        }
    }

    @Override
    public Row[] getValue(VectorGroup members) {
        return bundle.neighbours(members.plain(), members.wanted()).stream()
                .map(one -> Row.of(one.id(), one.neighbour(), one.score()))
                .toArray(Row[]::new);
    }
}
