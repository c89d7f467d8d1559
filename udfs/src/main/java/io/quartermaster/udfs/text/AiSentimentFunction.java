package io.quartermaster.udfs.text;

import io.quartermaster.domain.text.SentimentJudge;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;

/**
 * {@code AI_SENTIMENT(text)}: positive, negative or neutral, the confidence of that, and a score of
 * -1 to 1; NULL where the text is NULL or cannot be judged. The model's folder is the job parameter
 * {@value TextModels#SENTIMENT}.
 */
public final class AiSentimentFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient String folder;
    private transient SentimentJudge judge;

    @Override
    public void open(FunctionContext context) {
        folder = context.getJobParameter(TextModels.SENTIMENT, "");
    }

    @DataTypeHint("ROW<label STRING, confidence DOUBLE, score DOUBLE>")
    public Row eval(String text) {
        return text == null
                ? null
                : judge().judge(text)
                        .map(found -> Row.of(found.label(), found.confidence(), found.score()))
                        .orElse(null);
    }

    /** Opened at the first text: a session without a model can do all else. */
    private SentimentJudge judge() {
        if (judge == null) {
            judge = TextModels.open("AI_SENTIMENT", TextModels.SENTIMENT, folder).sentimentJudge();
        }
        return judge;
    }
}
