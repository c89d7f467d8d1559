package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import io.quartermaster.pipelines.satisfaction.SatisfactionJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandJobTest {

    private static final MarketplaceOptions SMALL = GeneratedChannels.SMALL;
    private static final Configuration OPTIONS = GeneratedChannels.options(SMALL);

    @TempDir private static Path folder;
    private static FileExchange exchange;
    private static List<BrandScore> scores;
    private static List<Quarantined> rejected;
    private static List<BrandOffer> offers;

    @BeforeAll
    static void runOnce() throws Exception {
        exchange = GeneratedChannels.write(folder, SMALL);
        addAnExpertWhoContradictsHimself();
        GeneratedChannels.run(
                new SatisfactionJob(), exchange, exchange, OPTIONS, 1, Channels.SATISFACTION);
        scores = run(exchange, 1);
        exchange.seal(Channels.REJECTED_JUDGEMENTS);
        rejected = new ArrayList<>();
        exchange.forEach(Channels.REJECTED_JUDGEMENTS, rejected::add);
        offers = new ArrayList<>();
        exchange.forEach(Channels.OFFERS, offers::add);
    }

    @Test
    void judgesABrandAtItsOfferAndAtEachReview() {
        BrandOffer offer = offerOfNewBrand();
        List<BrandScore> own =
                scores.stream().filter(score -> score.brand().equals(offer.brand())).toList();

        assertThat(own.get(0).eventDay())
                .isEqualTo(offer.time().atZone(ZoneOffset.UTC).toLocalDate());
        assertThat(own.get(0).stage()).isEqualTo(BrandStage.PROSPECT);
        assertThat(own.get(0).reason()).startsWith("first score; ");
        assertThat(own.get(own.size() - 1).eventDay()).isEqualTo(SMALL.lastDay());
        assertThat(own).hasSizeGreaterThan(2);
    }

    @Test
    void everyBrandIsJudgedTheDayBeforeEachPlanDay() {
        for (LocalDate day = SMALL.tailStart().minusDays(1);
                !day.isAfter(SMALL.lastDay());
                day = day.plusDays(7)) {
            LocalDate review = day;
            List<BrandScore> judged =
                    scores.stream().filter(score -> score.eventDay().equals(review)).toList();
            assertThat(judged).as("on %s", day).hasSize(4);
            assertThat(judged)
                    .extracting(BrandScore::position)
                    .containsExactlyInAnyOrder(1, 2, 3, 4);
        }
    }

    @Test
    void partsSumToTheScore() {
        assertThat(scores)
                .allSatisfy(
                        score ->
                                assertThat(Arrays.stream(score.parts()).sum())
                                        .isCloseTo(score.score(), within(1e-9)));
    }

    @Test
    void whatHappenedTakesOverFromJudgements() {
        BrandScore last =
                scores.stream()
                        .filter(score -> score.eventDay().equals(SMALL.lastDay()))
                        .filter(score -> !score.brand().equals(offerOfNewBrand().brand()))
                        .findFirst()
                        .orElseThrow();

        assertThat(last.evidence()[BrandCriterion.AWARENESS.index()]).isGreaterThan(0.5);
        assertThat(last.evidence()[BrandCriterion.SATISFACTION.index()]).isGreaterThan(0.5);
        assertThat(last.evidence()[BrandCriterion.SUPPLY_CAPABILITY.index()]).isGreaterThan(0);
    }

    @Test
    void refusesAnExpertWhoContradictsHimselfAndGoesOnWithTheOthers() {
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).rule()).isEqualTo("inconsistent_judgements");
        assertThat(rejected.get(0).reason())
                .startsWith("The judgements of (expert-x) have a consistency ratio of ")
                .contains("the worst pair is (");
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.consistencyRatio()).isLessThan(0.1));
        assertThat(scores.get(scores.size() - 1).consistencyRatio()).isGreaterThan(0);
    }

    @Test
    void refusesAStepThatIsNone() {
        Configuration options = new Configuration();
        options.set(BrandOptions.SCORE_STEP, 3.0);

        assertThatThrownBy(() -> new BrandJob().check(options))
                .hasMessage("The option (brand.score-step), 3.0, must be 0 to 1.\nMaybe 0.02.");
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        Exchange failing = BreakingExchange.failingOnce(exchange, Channels.ORDERS, 600);

        assertThat(text(run(failing, 2))).isEqualTo(text(scores));
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    void neitherParallelismNorLateWatermarksChangeTheScores() throws Exception {
        assertThat(text(run(BreakingExchange.withoutWatermarks(exchange), 2)))
                .isEqualTo(text(scores));
    }

    private static List<BrandScore> run(Exchange read, int parallelism) throws Exception {
        exchange.seal(Channels.REJECTED_JUDGEMENTS);
        return GeneratedChannels.run(
                new BrandJob(), read, exchange, OPTIONS, parallelism, Channels.BRAND_SCORES);
    }

    private static BrandOffer offerOfNewBrand() {
        return offers.stream()
                .filter(offer -> offer.brand().equals(MarketplaceOptions.NEW_BRAND))
                .findFirst()
                .orElseThrow();
    }

    private static void addAnExpertWhoContradictsHimself() throws Exception {
        List<Event> judgements = new ArrayList<>();
        exchange.forEach(Channels.JUDGEMENTS, judgements::add);
        Event first = judgements.get(0);
        BrandCriterion[] criteria = BrandCriterion.values();
        for (int i = 0; i < criteria.length; i++) {
            // Each is worth nine of the next, and the last is worth nine of the first.
            judgements.add(
                    new ExpertJudgement(
                            "x-" + i,
                            first.time().plus(Duration.ofHours(i)),
                            "experts",
                            "expert-x",
                            "",
                            criteria[i].label(),
                            criteria[(i + 1) % criteria.length].label(),
                            9));
        }
        GeneratedChannels.write(folder.resolve("judgements.jsonl"), judgements);
    }

    private static List<String> text(List<BrandScore> all) {
        return all.stream()
                .map(
                        score ->
                                "%s %s %s %d %s %s %s"
                                        .formatted(
                                                score.brand(),
                                                score.eventDay(),
                                                score.score(),
                                                score.position(),
                                                Arrays.toString(score.parts()),
                                                score.stage(),
                                                score.reason()))
                .collect(Collectors.toList());
    }
}
