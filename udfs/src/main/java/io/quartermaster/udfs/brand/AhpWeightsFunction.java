package io.quartermaster.udfs.brand;

import io.quartermaster.domain.brand.PairwiseMatrix;
import io.quartermaster.domain.brand.Priorities;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * {@code AHP_WEIGHTS(criterion, against, judged_value)}: weights of criteria by the principal
 * eigenvector of one expert's pairwise judgements, as an array of rows (criterion, weight,
 * consistency_ratio) for {@code UNNEST}. Judgements with a NULL do not count; none at all give an
 * empty array.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<criterion STRING, weight DOUBLE, consistency_ratio DOUBLE>>"))
public final class AhpWeightsFunction
        extends AggregateFunction<Row[], AhpWeightsFunction.Judgements> {

    private static final long serialVersionUID = 1L;

    /** Judged pairs as gathered so far, {@code "a|b"} to how many times a is worth b. */
    public static final class Judgements {
        @DataTypeHint("MAP<STRING, DOUBLE>")
        public MapView<String, Double> pairs = new MapView<>();
    }

    @Override
    public Judgements createAccumulator() {
        return new Judgements();
    }

    public void accumulate(Judgements judgements, String criterion, String against, Double value)
            throws Exception {
        if (criterion != null && against != null && value != null) {
            judgements.pairs.put(criterion + "|" + against, value);
        }
    }

    public void retract(Judgements judgements, String criterion, String against, Double value)
            throws Exception {
        if (criterion != null && against != null && value != null) {
            judgements.pairs.remove(criterion + "|" + against);
        }
    }

    public void merge(Judgements judgements, Iterable<Judgements> others) throws Exception {
        for (Judgements other : others) {
            for (Map.Entry<String, Double> pair : other.pairs.entries()) {
                judgements.pairs.put(pair.getKey(), pair.getValue());
            }
        }
    }

    @Override
    public Row[] getValue(Judgements judgements) {
        TreeMap<String, Double> pairs = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>();
        try {
            for (Map.Entry<String, Double> pair : judgements.pairs.entries()) {
                pairs.put(pair.getKey(), pair.getValue());
                names.addAll(List.of(pair.getKey().split("\\|", -1)));
            }
        } catch (Exception e) {
            throw new IllegalStateException("The judgements cannot be read from state.", e);
        }
        return names.isEmpty() ? new Row[0] : weights(List.copyOf(names), pairs);
    }

    private static Row[] weights(List<String> names, Map<String, Double> pairs) {
        Priorities priorities = PairwiseMatrix.of("AHP_WEIGHTS", names, pairs).priorities();
        Row[] rows = new Row[names.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Row.of(names.get(i), priorities.weights()[i], priorities.consistencyRatio());
        }
        return rows;
    }
}
