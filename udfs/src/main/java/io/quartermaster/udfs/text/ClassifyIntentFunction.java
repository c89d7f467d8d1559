package io.quartermaster.udfs.text;

import io.quartermaster.domain.text.Classification;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;

/**
 * {@code CLASSIFY_INTENT(text)}: what a message asks for, with the confidence of that; NULL where
 * the text is NULL or cannot be judged. The model's folder is the job parameter {@value
 * TextModels#INTENT}.
 */
public final class ClassifyIntentFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient String folder;
    private transient ClassifierBundle bundle;

    @Override
    public void open(FunctionContext context) {
        folder = context.getJobParameter(TextModels.INTENT, "");
    }

    @DataTypeHint("ROW<label STRING, confidence DOUBLE>")
    public Row eval(String text) {
        if (text == null) {
            return null;
        }
        Classification answer = bundle().classify(List.of(text)).get(0);
        return answer.problem().isEmpty() ? Row.of(answer.label(), answer.confidence()) : null;
    }

    /** Opened at the first text: a session without a model can do all else. */
    private ClassifierBundle bundle() {
        if (bundle == null) {
            bundle = TextModels.open("CLASSIFY_INTENT", TextModels.INTENT, folder);
        }
        return bundle;
    }
}
