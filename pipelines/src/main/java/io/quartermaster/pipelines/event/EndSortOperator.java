package io.quartermaster.pipelines.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps what a bounded source without order hands on, and when the source is at its end hands it on
 * by event time, with a watermark for each day. Without it the steps behind would each keep the
 * whole input, key by key, until the one watermark at the end. All that waits is in the state of a
 * checkpoint, so no raw lines go in: their personal fields are in clear.
 */
final class EndSortOperator<T> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T> {

    private static final long serialVersionUID = 1L;

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** No watermark comes before; elements without an event time are there. */
    private static final long NO_DAYS = Long.MIN_VALUE + 2 * DAY;

    private final TypeInformation<T> type;

    private transient List<StreamRecord<T>> waiting;
    private transient ListState<Tuple2<Long, T>> kept;

    EndSortOperator(TypeInformation<T> type) {
        this.type = type;
        this.chainingStrategy = ChainingStrategy.ALWAYS;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new ArrayList<>();
        kept =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "unsorted", Types.TUPLE(Types.LONG, type)));
        for (Tuple2<Long, T> element : kept.get()) {
            waiting.add(new StreamRecord<>(element.f1, element.f0));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<Tuple2<Long, T>> elements = new ArrayList<>(waiting.size());
        waiting.forEach(one -> elements.add(Tuple2.of(one.getTimestamp(), one.getValue())));
        kept.update(elements);
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        waiting.add(element.copy(element.getValue()));
    }

    /** Only the last watermark counts: the source is at its end. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            release();
            super.processWatermark(mark);
        }
    }

    private void release() {
        List<StreamRecord<T>> sorted = waiting;
        waiting = new ArrayList<>();
        sorted.sort(Comparator.comparingLong(StreamRecord::getTimestamp));
        long today = Long.MIN_VALUE;
        for (int i = 0; i < sorted.size(); i++) {
            // What is handed on need not be kept any longer.
            StreamRecord<T> element = sorted.set(i, null);
            long time = element.getTimestamp();
            if (time > NO_DAYS && Math.floorDiv(time, DAY) != today) {
                today = Math.floorDiv(time, DAY);
                output.emitWatermark(new Watermark(today * DAY - TimeOrder.SLACK.toMillis() - 1));
            }
            output.collect(element);
        }
    }
}
