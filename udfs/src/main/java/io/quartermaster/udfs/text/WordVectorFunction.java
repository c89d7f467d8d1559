package io.quartermaster.udfs.text;

import io.quartermaster.domain.text.WordVector;
import java.util.Arrays;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/** {@code WORD_VECTOR(text, dimensions)}: see {@link WordVector}; NULL where one is NULL. */
public final class WordVectorFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    @DataTypeHint("ARRAY<DOUBLE>")
    public Double[] eval(String text, Integer dimensions) {
        return text == null || dimensions == null
                ? null
                : Arrays.stream(WordVector.of(text, dimensions)).boxed().toArray(Double[]::new);
    }
}
