package io.quartermaster.pipelines.event;

import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Joins the elements of a key with the row of the same key that was known as of their time; rows
 * and elements come as one stream of one type. Rows themselves are not handed on.
 *
 * @param <T> of rows and elements
 */
public final class AsOfJoinFunction<T> extends EventTimeOrderedFunction<String, T, T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final FilterFunction<T> isRow;
    private final ReduceFunction<T> join;

    private transient ValueState<T> row;

    /**
     * @param type of rows and elements, a POJO to Flink
     * @param id orders what has the same key and time
     * @param isRow tells rows from elements
     * @param join of an element with its row, in this order; the row is null before the first one,
     *     and where the join is null the element is left out
     */
    public AsOfJoinFunction(
            Class<T> type,
            Channel.SerializableFunction<T, String> id,
            FilterFunction<T> isRow,
            ReduceFunction<T> join) {
        super(type, id);
        this.type = type;
        this.isRow = isRow;
        this.join = join;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        row = getRuntimeContext().getState(row(type));
    }

    /** The key's last row; as long as what the rows describe, so it never ends. */
    private static <T> ValueStateDescriptor<T> row(Class<T> type) {
        return new ValueStateDescriptor<>("row", PlainTypes.of(type));
    }

    @Override
    protected void inOrder(T element, Context context, Collector<T> out) throws Exception {
        if (isRow.filter(element)) {
            row.update(element);
            return;
        }
        T joined = join.reduce(element, row.value());
        if (joined != null) {
            out.collect(joined);
        }
    }
}
