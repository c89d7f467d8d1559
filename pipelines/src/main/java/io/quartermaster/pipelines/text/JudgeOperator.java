package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.Classification;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.Language;
import io.quartermaster.domain.text.Sentiment;
import io.quartermaster.domain.text.SentimentJudge;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.nio.file.Path;
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
 * Tells language, intent and sentiment of messages, {@value ClassifierBundle#SIZE} at a time.
 *
 * <p>A message waits only until the bundle is full, a watermark passes, a checkpoint is near or the
 * input ends: a snapshot never holds one, and messages leave in the order in which they came.
 */
final class JudgeOperator extends AbstractStreamOperator<JudgedMessage>
        implements OneInputStreamOperator<Message, JudgedMessage>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final String intentFolder;
    private final String sentimentFolder;

    private transient ClassifierBundle intents;
    private transient SentimentJudge sentiments;
    private transient List<StreamRecord<Message>> waiting;
    private transient Counter bundles;
    private transient Counter messages;

    /**
     * Judges by models.
     *
     * @param intentFolder of the model of intents, empty for none
     * @param sentimentFolder of the model of sentiment, empty for none
     */
    JudgeOperator(String intentFolder, String sentimentFolder) {
        this.intentFolder = intentFolder;
        this.sentimentFolder = sentimentFolder;
        setChainingStrategy(ChainingStrategy.ALWAYS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new ArrayList<>(ClassifierBundle.SIZE);
        bundles = getMetricGroup().counter("text_bundles_total");
        messages = getMetricGroup().counter("text_messages_total");
        intents = intentFolder.isEmpty() ? null : ClassifierBundle.open(Path.of(intentFolder));
        sentiments =
                sentimentFolder.isEmpty()
                        ? null
                        : ClassifierBundle.open(Path.of(sentimentFolder)).sentimentJudge();
    }

    @Override
    public void processElement(StreamRecord<Message> element) {
        waiting.add(element.copy(element.getValue()));
        if (waiting.size() == ClassifierBundle.SIZE) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<String> texts = waiting.stream().map(record -> record.getValue().text()).toList();
        List<Classification> answers =
                intents == null
                        ? texts.stream().map(text -> new Classification("", 0, "")).toList()
                        : intents.classify(texts);
        for (int i = 0; i < texts.size(); i++) {
            StreamRecord<Message> record = waiting.get(i);
            JudgedMessage judged = judged(record.getValue(), answers.get(i));
            output.collect(record.copy(null).replace(judged));
        }
        bundles.inc();
        messages.inc(texts.size());
        waiting.clear();
    }

    private JudgedMessage judged(Message message, Classification intent) {
        Sentiment feeling =
                sentiments == null
                        ? new Sentiment("", 0, 0)
                        : sentiments.judge(message.text()).orElse(new Sentiment("", 0, 0));
        return new JudgedMessage(
                message,
                Language.of(message.text()),
                intent.label(),
                intent.confidence(),
                feeling.label(),
                feeling.score(),
                intent.problem());
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
