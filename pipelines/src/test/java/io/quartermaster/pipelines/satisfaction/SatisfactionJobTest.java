package io.quartermaster.pipelines.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.satisfaction.SatisfactionCause;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.AspectScores;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SatisfactionJobTest {

    @TempDir private static Path folder;
    private static FileExchange exchange;
    private static List<String> expected;
    private static List<SatisfactionScore> scores;

    @BeforeAll
    static void runOnce() throws Exception {
        exchange = GeneratedChannels.write(folder, GeneratedChannels.SMALL);
        scores = run(exchange, 1);
        expected = text(scores);
    }

    @Test
    void scoresBrandsAndSellersOnDaysWithEvidence() {
        assertThat(scores)
                .extracting(SatisfactionScore::entityKind)
                .contains("brand", "seller", "place", "group")
                .doesNotContain("item");
        assertThat(scores)
                .allSatisfy(
                        score -> {
                            assertThat(score.score()).isBetween(0.0, 1.0);
                            assertThat(
                                            Arrays.stream(score.parts())
                                                    .filter(part -> !Double.isNaN(part))
                                                    .sum())
                                    .isCloseTo(score.score(), within(1e-9));
                            assertThat(score.eventDay())
                                    .isBeforeOrEqualTo(GeneratedChannels.SMALL.lastDay());
                        });
    }

    @Test
    void causesAddUpToTheChangeOfEachScore() {
        Map<String, SatisfactionScore> last = new HashMap<>();
        assertThat(scores)
                .extracting(SatisfactionScore::cause)
                .filteredOn(Objects::nonNull)
                .isNotEmpty();
        scores.stream()
                .sorted(Comparator.comparing(SatisfactionScore::eventDay))
                .forEach(
                        score -> {
                            SatisfactionScore before =
                                    last.put(score.entityKind() + "|" + score.entity(), score);
                            SatisfactionCause cause = score.cause();
                            assertThat(cause == null).isEqualTo(before == null);
                            if (before != null) {
                                assertThat(cause.since()).isEqualTo(before.eventDay());
                                assertThat(cause.change())
                                        .isCloseTo(score.score() - before.score(), within(1e-9));
                                assertThat(
                                                Arrays.stream(cause.levels()).sum()
                                                        + cause.mix()
                                                        + cause.weighting())
                                        .isCloseTo(cause.change(), within(1e-9));
                            }
                        });
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        Exchange failing = BreakingExchange.failingOnce(exchange, Channels.ORDERS, 600);

        assertThat(text(run(failing, 2))).isEqualTo(expected);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    void neitherParallelismNorLateWatermarksChangeTheScores() throws Exception {
        assertThat(text(run(BreakingExchange.withoutWatermarks(exchange), 2))).isEqualTo(expected);
    }

    @Test
    void countsMessagesOfUnhappyCustomersWhereAskedTo() throws Exception {
        OrderLine line = exchange.contents(Channels.ORDERS).get(0);
        List<MessageAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Message message =
                    new Message(
                            "w" + i, line.time(), "test", "c", line.order(), "The parcel is late");
            answers.add(
                    MessageAnswer.open(
                                    new JudgedMessage(
                                            message,
                                            "en",
                                            "",
                                            0,
                                            "negative",
                                            -0.9,
                                            AspectScores.NONE,
                                            ""),
                                    "")
                            .about(line.item(), line.seller()));
        }
        exchange.add(Channels.ANSWERS, answers);
        exchange.add(Channels.ASPECTS, List.of());
        Configuration options = GeneratedChannels.options(GeneratedChannels.SMALL);
        options.set(SatisfactionOptions.WORDS, true);

        List<SatisfactionScore> heard = run(exchange, options, 1);

        assertThat(complaints(heard, line.seller())).isLessThan(complaints(scores, line.seller()));
        assertThat(text(run(exchange, 1))).isEqualTo(expected);
    }

    @Test
    void countsReviewsThatBlameAnAspectWhereAskedTo() throws Exception {
        OrderLine line = exchange.contents(Channels.ORDERS).get(0);
        List<AspectOpinion> opinions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Feedback review =
                    new Feedback(
                            "w" + i,
                            line.time(),
                            "test",
                            line.order(),
                            line.item(),
                            line.seller(),
                            "c",
                            2,
                            "",
                            "The quality is bad");
            opinions.addAll(
                    AspectOpinion.of(review, new AspectScores(-0.9, Double.NaN, 0.5, Double.NaN)));
        }
        exchange.add(Channels.ANSWERS, List.of());
        exchange.add(Channels.ASPECTS, opinions);
        Configuration options = GeneratedChannels.options(GeneratedChannels.SMALL);
        options.set(SatisfactionOptions.WORDS, true);

        List<SatisfactionScore> heard = run(exchange, options, 1);

        assertThat(part(heard, line.seller(), SatisfactionIndicator.QUALITY))
                .isLessThan(part(scores, line.seller(), SatisfactionIndicator.QUALITY));
        assertThat(part(heard, line.seller(), SatisfactionIndicator.RATING))
                .isEqualTo(part(scores, line.seller(), SatisfactionIndicator.RATING));
    }

    /** Sum over all days of a seller's part of complaints: the higher, the fewer. */
    private static double complaints(List<SatisfactionScore> all, String seller) {
        return part(all, seller, SatisfactionIndicator.COMPLAINTS);
    }

    private static double part(
            List<SatisfactionScore> all, String seller, SatisfactionIndicator indicator) {
        return all.stream()
                .filter(score -> score.entity().equals(seller))
                .mapToDouble(score -> score.parts()[indicator.index()])
                .filter(part -> !Double.isNaN(part))
                .sum();
    }

    private static List<SatisfactionScore> run(Exchange read, int parallelism) throws Exception {
        return run(read, GeneratedChannels.options(GeneratedChannels.SMALL), parallelism);
    }

    private static List<SatisfactionScore> run(
            Exchange read, Configuration options, int parallelism) throws Exception {
        return GeneratedChannels.run(
                new SatisfactionJob(), read, exchange, options, parallelism, Channels.SATISFACTION);
    }

    private static List<String> text(List<SatisfactionScore> all) {
        return all.stream()
                .map(
                        score ->
                                "%s %s %s %s %s %s"
                                        .formatted(
                                                score.entityKind(),
                                                score.entity(),
                                                score.eventDay(),
                                                score.score(),
                                                Arrays.toString(score.parts()),
                                                score.action()))
                .toList();
    }
}
