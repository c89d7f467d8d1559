package io.quartermaster.pipelines.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerJobTest {

    @TempDir private static Path folder;
    private static FileExchange exchange;
    private static Configuration options;
    private static List<MessageAnswer> expected;

    @BeforeAll
    static void runOnce() throws Exception {
        exchange = GeneratedChannels.write(folder, GeneratedChannels.SMALL);
        GeneratedChannels.write(folder.resolve("messages.jsonl"), messages());
        Path book =
                Files.writeString(
                        folder.resolve("book.csv"),
                        "question,answer\nDo you sell gift cards?,Yes: see the page of gift cards.\n");
        options = GeneratedChannels.options(GeneratedChannels.SMALL);
        options.set(TextOptions.ANSWER_BOOK, book.toString());
        expected = run(exchange, 1);
    }

    /** A day after each of 300 orders its customer asks: where it is, of cards, or nonsense. */
    private static List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        List<OrderLine> orders = exchange.contents(Channels.ORDERS).subList(0, 300);
        List<String> texts =
                List.of(
                        "Where is my order?",
                        "Do you sell gift cards?",
                        "zzz qqq",
                        "😡",
                        "where is my order ".repeat(5_600),
                        "где мой заказ",
                        "<script>alert(1)</script>Where is <b>my</b> order?",
                        "my name is Xxxx, nnn@x.xx");
        for (int i = 0; i < orders.size(); i++) {
            OrderLine line = orders.get(i);
            messages.add(
                    new Message(
                            "m" + i,
                            line.time().plus(Duration.ofDays(1)),
                            "test",
                            line.customer(),
                            line.order(),
                            texts.get(i % texts.size())));
        }
        return messages;
    }

    @Test
    void answersFromOrdersAndPastAnswersAndHandsOverTheRest() {
        assertThat(expected).hasSize(300);
        assertThat(of("Where is my order?"))
                .hasSize(38)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.origin()).isEqualTo("order");
                            assertThat(answer.answer())
                                    .startsWith("Your order " + answer.order() + " of 2024-");
                        });
        assertThat(of("Do you sell gift cards?"))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.origin()).isEqualTo("book");
                            assertThat(answer.answer()).startsWith("Yes: ");
                            assertThat(answer.person()).isFalse();
                        });
        assertThat(of("zzz qqq"))
                .allMatch(answer -> answer.person() && answer.reason().startsWith("No past"));
        assertThat(of("😡")).isNotEmpty().allMatch(MessageAnswer::person);
    }

    @Test
    void readsBadMessagesAsFarAsTheyCanBeRead() {
        List<MessageAnswer> endless =
                expected.stream().filter(answer -> answer.text().length() > 100_000).toList();
        assertThat(endless)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.origin()).isEqualTo("order"));
        assertThat(of("где мой заказ"))
                .isNotEmpty()
                .allMatch(answer -> answer.person() && answer.reason().startsWith("No past"))
                .allMatch(answer -> answer.language().equals("ru"));
        assertThat(of("<script>alert(1)</script>Where is <b>my</b> order?"))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.origin()).isEqualTo("order"))
                .noneMatch(answer -> answer.answer().contains("<"));
    }

    @Test
    void tellsWhatReviewsSayOfEachAspect() throws Exception {
        Configuration judging = new Configuration(options);
        judging.set(
                TextOptions.SENTIMENT_MODEL,
                ToyModels.write(
                        folder,
                        "sentiment",
                        List.of(
                                "excellent quality",
                                "works perfectly",
                                "poor quality",
                                "it broke",
                                "came late",
                                "delivery too long"),
                        List.of("1", "1", "0", "0", "0", "0")));
        List<AspectOpinion> opinions =
                GeneratedChannels.run(
                        new AnswerJob(), exchange, exchange, judging, 1, Channels.ASPECTS);
        exchange.seal(Channels.ANSWERS);
        Map<String, Feedback> reviews = new HashMap<>();
        exchange.contents(Channels.FEEDBACK).forEach(one -> reviews.put(one.id(), one));
        assertThat(opinions).hasSizeGreaterThan(20);
        assertThat(opinions)
                .filteredOn(one -> one.origin().equals("review"))
                .allSatisfy(
                        one -> {
                            Feedback review = reviews.get(one.about());
                            assertThat(one.item()).isEqualTo(review.item());
                            assertThat(one.complaint()).isIn(false, review.complaint().isEmpty());
                        });
        assertThat(opinions)
                .filteredOn(one -> reviews.get(one.about()).complaint().equals("delivery"))
                .isNotEmpty()
                .filteredOn(one -> one.aspect().equals("delivery"))
                .allMatch(one -> one.score() < 0);
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        Exchange failing = BreakingExchange.failingOnce(exchange, Channels.ORDERS, 600);
        assertThat(run(failing, 2)).isEqualTo(expected);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    void neitherParallelismNorLateWatermarksChangeTheAnswers() throws Exception {
        assertThat(run(BreakingExchange.withoutWatermarks(exchange), 2)).isEqualTo(expected);
    }

    @Test
    void refusesAConfidenceThatCannotBe() {
        Configuration wrong = new Configuration(options);
        wrong.set(TextOptions.LEAST_CONFIDENCE, 1.5);
        assertThatThrownBy(
                        () ->
                                GeneratedChannels.run(
                                        new AnswerJob(),
                                        exchange,
                                        exchange,
                                        wrong,
                                        1,
                                        Channels.ANSWERS))
                .hasMessage(
                        "The option (text.least-confidence), 1.5, must lie within 0.0 and 1.0.\nMaybe 0.8.");
    }

    private static List<MessageAnswer> of(String text) {
        return expected.stream().filter(answer -> answer.text().equals(text)).toList();
    }

    private static List<MessageAnswer> run(Exchange read, int parallelism) throws Exception {
        List<MessageAnswer> answers =
                GeneratedChannels.run(
                        new AnswerJob(), read, exchange, options, parallelism, Channels.ANSWERS);
        exchange.seal(Channels.ASPECTS);
        return answers;
    }
}
