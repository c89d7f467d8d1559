package io.quartermaster.pipelines.text;

import io.quartermaster.udfs.text.ClassifierBundle;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Asks a model about elements {@value ClassifierBundle#SIZE} at a time, one answer each.
 *
 * <p>An element waits only until the bundle is full, a watermark passes, a checkpoint is near or
 * the input ends: a snapshot never holds one, and answers leave in the order in which elements
 * came.
 */
abstract class BundleOperator<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final String what;

    private transient List<StreamRecord<I>> waiting;
    private transient Counter bundles;
    private transient Counter elements;

    /**
     * Counts bundles and elements.
     *
     * @param what elements are, for the names of the metrics, for example messages
     */
    BundleOperator(String what) {
        this.what = what;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    /** Opens what is asked. */
    protected abstract void openModels() throws Exception;

    /** One answer per element, in their order. */
    protected abstract List<O> ask(List<I> bundle);

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new ArrayList<>(ClassifierBundle.SIZE);
        bundles = getMetricGroup().counter("text_%s_bundles_total".formatted(what));
        elements = getMetricGroup().counter("text_%s_total".formatted(what));
        openModels();
    }

    @Override
    public void processElement(StreamRecord<I> element) {
        waiting.add(element.copy(element.getValue()));
        if (waiting.size() == ClassifierBundle.SIZE) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<O> answers = ask(waiting.stream().map(StreamRecord::getValue).toList());
        for (int i = 0; i < answers.size(); i++) {
            output.collect(waiting.get(i).copy(null).replace(answers.get(i)));
        }
        bundles.inc();
        elements.inc(waiting.size());
        waiting.clear();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
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
}
