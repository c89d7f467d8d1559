package io.quartermaster.pipelines.similarity;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.TopK;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.LookupFunction;

/**
 * Answers a vector with the nearest of a file, best first, ties by their order in the file. A NULL
 * is answered with nothing.
 */
public final class VectorFileLookup extends LookupFunction {

    private static final long serialVersionUID = 1L;

    private final VectorSearch search;
    private final VectorField[] fields;
    private transient VectorTable table;
    private transient SimilarityKernel kernel;

    VectorFileLookup(VectorSearch search, VectorField[] fields) {
        this.search = search;
        this.fields = fields.clone();
    }

    @Override
    public void open(FunctionContext context) throws IOException {
        table = VectorTable.read(Path.of(search.path()));
        kernel = SimilarityEngines.open(search.settings());
        kernel.load(table.vectors().toArray(float[][]::new));
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Override
    public Collection<RowData> lookup(RowData key) {
        if (key.isNullAt(0)) {
            return List.of();
        }
        ArrayData query = key.getArray(0);
        TopK best = kernel.topK(new float[][] {numbers(query)}, search.request())[0];
        List<RowData> rows = new ArrayList<>(best.ids().length);
        for (int i = 0; i < best.ids().length; i++) {
            GenericRowData row = new GenericRowData(fields.length);
            for (int field = 0; field < fields.length; field++) {
                row.setField(field, value(fields[field], best, i, query));
            }
            rows.add(row);
        }
        return rows;
    }

    private Object value(VectorField field, TopK best, int rank, ArrayData query) {
        int neighbour = best.ids()[rank];
        return switch (field) {
            case ID -> StringData.fromString(table.ids().get(neighbour));
            case VECTOR -> array(table.vectors().get(neighbour));
            case SCORE -> (double) best.scores()[rank];
            case QUERY -> query;
        };
    }

    private static float[] numbers(ArrayData array) {
        float[] numbers = new float[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (array.isNullAt(i)) {
                throw new IllegalArgumentException(
                        "Number %d of a vector that is asked with must not be NULL."
                                .formatted(i + 1));
            }
            numbers[i] = (float) array.getDouble(i);
        }
        return numbers;
    }

    private static GenericArrayData array(float[] vector) {
        Double[] numbers = new Double[vector.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (double) vector[i];
        }
        return new GenericArrayData(numbers);
    }
}
