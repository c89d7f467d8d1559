package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.udfs.forecast.ForecastBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Works on series {@value #BUNDLE} at a time, so that a trained model is called for all of them at
 * once. A series waits until the bundle is full, a checkpoint is near or the input ends.
 */
public final class SeriesOperator extends AbstractStreamOperator<SeriesBlock>
        implements OneInputStreamOperator<Series, SeriesBlock>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    /** Name of the accumulator of series that are done. */
    static final String DONE = "series";

    private static final int BUNDLE = 64;

    private final ForecastRequest request;
    private final SeriesWork work;

    private transient List<Series> waiting;
    private transient ForecastBundle lstm;
    private transient LongCounter done;

    SeriesOperator(ForecastRequest request, SeriesWork work) {
        this.request = request;
        this.work = work;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new ArrayList<>(BUNDLE);
        done = new LongCounter();
        getRuntimeContext().addAccumulator(DONE, done);
        if (!request.modelFolder().isEmpty()) {
            lstm = ForecastBundle.open(Path.of(request.modelFolder()));
        }
    }

    @Override
    public void processElement(StreamRecord<Series> element) {
        waiting.add(element.getValue());
        if (waiting.size() == BUNDLE) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        for (SeriesBlock block : work.of(waiting, request, lstm)) {
            output.collect(new StreamRecord<>(block));
        }
        done.add(waiting.size());
        waiting.clear();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void endInput() {
        flush();
    }

    @Override
    public void close() throws Exception {
        if (lstm != null) {
            lstm.close();
        }
        super.close();
    }
}
