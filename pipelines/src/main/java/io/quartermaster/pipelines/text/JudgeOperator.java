package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.AspectScores;
import io.quartermaster.domain.text.AspectSentiment;
import io.quartermaster.domain.text.Classification;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.Language;
import io.quartermaster.domain.text.Sentiment;
import io.quartermaster.domain.text.SentimentJudge;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells language, intent and sentiment of messages, overall and by aspect, in bundles. */
final class JudgeOperator extends BundleOperator<Message, JudgedMessage> {

    private static final long serialVersionUID = 1L;

    private final String intentFolder;
    private final String sentimentFolder;

    private transient ClassifierBundle intents;
    private transient SentimentJudge sentiments;

    /**
     * Judges by models.
     *
     * @param intentFolder of the model of intents, empty for none
     * @param sentimentFolder of the model of sentiment, empty for none
     */
    JudgeOperator(String intentFolder, String sentimentFolder) {
        super("messages");
        this.intentFolder = intentFolder;
        this.sentimentFolder = sentimentFolder;
    }

    @Override
    protected void openModels() {
        intents = intentFolder.isEmpty() ? null : ClassifierBundle.open(Path.of(intentFolder));
        sentiments =
                sentimentFolder.isEmpty()
                        ? null
                        : ClassifierBundle.open(Path.of(sentimentFolder)).sentimentJudge();
    }

    @Override
    protected List<JudgedMessage> ask(List<Message> bundle) {
        List<String> texts = bundle.stream().map(Message::text).toList();
        List<Classification> answers =
                intents == null
                        ? texts.stream().map(text -> new Classification("", 0, "")).toList()
                        : intents.classify(texts);
        List<JudgedMessage> judged = new ArrayList<>(bundle.size());
        for (int i = 0; i < bundle.size(); i++) {
            judged.add(judged(bundle.get(i), answers.get(i)));
        }
        return judged;
    }

    private JudgedMessage judged(Message message, Classification intent) {
        Sentiment unknown = new Sentiment("", 0, 0);
        Sentiment feeling =
                sentiments == null ? unknown : sentiments.judge(message.text()).orElse(unknown);
        AspectScores aspects =
                sentiments == null
                        ? AspectScores.NONE
                        : AspectScores.of(new AspectSentiment(sentiments).of(message.text()));
        return new JudgedMessage(
                message,
                Language.of(message.text()),
                intent.label(),
                intent.confidence(),
                feeling.label(),
                feeling.score(),
                aspects,
                intent.problem());
    }
}
