package io.quartermaster.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.TextClassifier;
import io.quartermaster.udfs.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFunctionsTest {

    @TempDir private Path folder;

    @Test
    void classifiesIntentsThroughSql() throws IOException {
        TextClassifier classifier =
                write(
                        List.of("where is my parcel", "my parcel", "refund me", "refund please"),
                        List.of("delivery", "delivery", "refund", "refund"));
        SqlSession session = SqlSession.batch().with(TextModels.INTENT, folder.toString());

        Row row =
                session.rows(
                                "SELECT CLASSIFY_INTENT(words).label, CLASSIFY_INTENT(words).confidence, "
                                        + "CLASSIFY_INTENT('😡'), CLASSIFY_INTENT(CAST(NULL AS STRING)) "
                                        + "FROM (VALUES ('My parcel!')) AS t(words)")
                        .get(0);

        assertThat(row.getField(0)).isEqualTo("delivery");
        assertThat(row.getField(1)).isEqualTo(classifier.classify("My parcel!").confidence());
        assertThat(row.getField(2)).isNull();
        assertThat(row.getField(3)).isNull();
    }

    @Test
    void judgesSentimentThroughSql() throws IOException {
        write(List.of("good cup", "good", "bad cup", "bad"), List.of("1", "1", "0", "0"));
        SqlSession session = SqlSession.batch().with(TextModels.SENTIMENT, folder.toString());

        List<Row> rows =
                session.rows(
                        "SELECT words, AI_SENTIMENT(words).label, AI_SENTIMENT(words).score > 0, "
                                + "AI_SENTIMENT(words).confidence > 0.5 "
                                + "FROM (VALUES ('a good one'), ('bad!'), (''), (CAST(NULL AS STRING))) AS t(words)");

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        Row.of("a good one", "positive", true, true),
                        Row.of("bad!", "negative", false, true),
                        Row.of("", null, null, null),
                        Row.of(null, null, null, null));
    }

    @Test
    void judgesAspectsThroughSql() throws IOException {
        write(List.of("good price", "good", "bad delivery", "bad"), List.of("1", "1", "0", "0"));
        SqlSession session = SqlSession.batch().with(TextModels.SENTIMENT, folder.toString());

        List<Row> rows =
                session.rows(
                        "SELECT words, aspect, score > 0 "
                                + "FROM (VALUES ('Good price, but bad delivery'), ('good'), ('😡'), (CAST(NULL AS STRING))) AS t(words), "
                                + "LATERAL TABLE(AI_ASPECTS(words)) AS a(aspect, score)");

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        Row.of("Good price, but bad delivery", "price", true),
                        Row.of("Good price, but bad delivery", "delivery", false));
        assertThatThrownBy(
                        () ->
                                SqlSession.batch()
                                        .rows("SELECT * FROM TABLE(AI_ASPECTS('good price'))"))
                .hasStackTraceContaining("AI_ASPECTS needs a model.\nMaybe set");
    }

    @Test
    void saysWhichModelIsMissingOrDoesNotFit() throws IOException {
        assertThatThrownBy(() -> SqlSession.batch().value("AI_SENTIMENT('good')"))
                .hasStackTraceContaining(
                        "AI_SENTIMENT needs a model.\nMaybe set text.sentiment-model-folder to the folder that train classifier wrote.");
        assertThatThrownBy(() -> SqlSession.batch().value("CLASSIFY_INTENT('good')"))
                .hasStackTraceContaining("CLASSIFY_INTENT needs a model.\nMaybe set");
        write(List.of("a", "a", "b", "b"), List.of("x", "x", "y", "y"));
        assertThatThrownBy(
                        () ->
                                SqlSession.batch()
                                        .with(TextModels.SENTIMENT, folder.toString())
                                        .value("AI_SENTIMENT('good')"))
                .hasStackTraceContaining("The labels [x, y] of the model are no sentiments.");
    }

    @Test
    void countsWhatABundleWasAsked() throws IOException {
        write(List.of("good", "good", "bad", "bad"), List.of("1", "1", "0", "0"));
        ClassifierBundle bundle = ClassifierBundle.open(folder);
        assertThat(bundle.classify(List.of("good", "", "bad")))
                .extracting(answer -> answer.label())
                .containsExactly("1", "", "0");
        assertThat(bundle.labels()).containsExactly("0", "1");
        assertThat(bundle.use().calls()).isOne();
        assertThat(bundle.use().rows()).isEqualTo(3);
    }

    private TextClassifier write(List<String> texts, List<String> labels) throws IOException {
        TextClassifier classifier =
                new ClassifierTrainer(ClassifierSettings.STANDARD.with(ClassifierMethod.LINEAR))
                        .train(new LabelledTexts(texts, labels))
                        .classifier();
        ClassifierFile.write(classifier, folder);
        return classifier;
    }
}
