package io.quartermaster.pipelines.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.text.AnswerBook;
import io.quartermaster.domain.text.ClassifierMethod;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.CrossValidation;
import io.quartermaster.domain.text.TextClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions that come with Quartermaster, and what reviews teach. */
class QuestionListTest {

    private static final ClassifierSettings LINEAR =
            ClassifierSettings.STANDARD.with(ClassifierMethod.LINEAR);
    private static final TextClassifier CLASSIFIER =
            new ClassifierTrainer(LINEAR).train(QuestionList.intents()).classifier();

    @TempDir private Path folder;

    /** None of these stands in the list. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order? It should have been here by now.|order_status",
                "How can I return the lamp?|return_item",
                "Is the mug available in another colour?|item_question",
                "Please cancel my order.|cancel_order",
                "I was charged twice, please refund the second payment.|payment_problem",
                "The clock does not work, I want to exchange it.|exchange_item",
                "Cadê o meu pedido, ainda não chegou|order_status",
                "Quero devolver a capa|return_item",
                "我的订单还没到货|order_status"
            })
    void teachesWhatCustomersAsk(String message, String intent) {
        assertThat(CLASSIFIER.classify(message).label()).isEqualTo(intent);
    }

    /** Nine intents in three languages, few of each: 0.53, where guessing reaches 0.15. */
    @Test
    void tellsItsOwnIntentsApart() {
        CrossValidation validation = CrossValidation.of(QuestionList.intents(), LINEAR, 5);
        assertThat(validation.all().accuracy()).isGreaterThan(0.5);
    }

    @Test
    void writesABookThatAnswersInTheCustomersLanguage() throws IOException {
        Path file = folder.resolve("book.csv");
        QuestionList.write(file);
        AnswerBook book = AnswerBookFile.read(file, "question", "answer");
        assertThat(book.size()).isEqualTo(QuestionList.intents().size());
        assertThat(book.suggest("Where can I get the invoice?").answer()).startsWith("The invoice");
        assertThat(book.suggest("Preciso da nota").answer()).startsWith("A nota fiscal");
        assertThat(book.suggest("请开发票给我").answer()).contains("发票");
    }

    @Test
    void reviewsTeachWhatMostOfTheirWritersMeant() {
        List<Feedback> reviews = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            reviews.add(review("Good " + i, 5));
            reviews.add(review("Bad " + i, 1));
        }
        reviews.addAll(List.of(review("So so", 3), review("😡", 1), review("No stars", 0)));
        reviews.addAll(List.of(review("Good 1", 1), review("Odd", 1), review("Odd", 2)));
        reviews.add(review("Odd", 5));

        RatedReviews texts = RatedReviews.of(reviews, 1000);

        assertThat(texts.texts()).hasSize(60);
        assertThat(texts.texts()).doesNotContain("So so", "😡", "No stars", "Good 1");
        assertThat(texts.labels().get(texts.texts().indexOf("Odd"))).isEqualTo("negative");
        assertThat(texts.suffice()).isTrue();
        assertThat(RatedReviews.of(reviews, 10).labelled().size()).isEqualTo(10);
        assertThat(RatedReviews.of(reviews, 15).suffice()).isFalse();
        assertThat(RatedReviews.of(List.of(review("Fine", 5)), 10).shortage())
                .isEqualTo(
                        "Sentiment is not told: of the different reviews with words 1 praise and 0 blame, and it takes 10 of each to learn from.");
        assertThat(RatedReviews.of(List.of(), 10).suffice()).isFalse();
    }

    private static Feedback review(String text, int rating) {
        return new Feedback("r", Instant.EPOCH, "test", "O", "I", "s", "c", rating, "", text);
    }
}
