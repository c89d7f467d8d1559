package io.quartermaster.udfs.text;

import io.quartermaster.domain.text.AspectSentiment;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/**
 * {@code AI_ASPECTS(text)}: a row for each of quality, price, delivery and service that a text
 * speaks of, with the score of what it says, -1 to 1; none where the text is NULL or cannot be
 * judged. The model's folder is the job parameter {@value TextModels#SENTIMENT}.
 */
@FunctionHint(output = @DataTypeHint("ROW<aspect STRING, score DOUBLE>"))
public final class AiAspectsFunction extends TableFunction<Row> {

    private static final long serialVersionUID = 1L;

    private transient String folder;
    private transient AspectSentiment sentiment;

    @Override
    public void open(FunctionContext context) {
        folder = context.getJobParameter(TextModels.SENTIMENT, "");
    }

    public void eval(String text) {
        if (text != null) {
            sentiment().of(text).forEach((aspect, score) -> collect(Row.of(aspect.label(), score)));
        }
    }

    /** Opened at the first text: a session without a model can do all else. */
    private AspectSentiment sentiment() {
        if (sentiment == null) {
            sentiment =
                    new AspectSentiment(
                            TextModels.open("AI_ASPECTS", TextModels.SENTIMENT, folder)
                                    .sentimentJudge());
        }
        return sentiment;
    }
}
