package io.quartermaster.domain.event.generator;

import static io.quartermaster.domain.event.generator.DefaultMarketplace.OPTIONS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.ORDERS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.SEEN;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.dayOf;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.isOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandStoryTest {

    @Test
    void tellsTheNewBrandsStoryInOrder() {
        LocalDate tail = OPTIONS.tailStart();
        assertThat(dayOf(stage(BrandStage.PROSPECT))).isEqualTo(tail.minusDays(21));
        BrandOffer offer =
                SEEN.all(EventKind.OFFERS, BrandOffer.class).stream()
                        .filter(o -> o.brand().equals(MarketplaceOptions.NEW_BRAND))
                        .findFirst()
                        .orElseThrow();
        List<ExpertJudgement> ratings =
                SEEN.all(EventKind.JUDGEMENTS, ExpertJudgement.class).stream()
                        .filter(j -> j.brand().equals(MarketplaceOptions.NEW_BRAND))
                        .toList();
        List<BrandTerms> terms =
                SEEN.all(EventKind.TERMS, BrandTerms.class).stream()
                        .filter(t -> t.brand().equals(MarketplaceOptions.NEW_BRAND))
                        .toList();
        Instant firstSale =
                ORDERS.stream().filter(l -> isNew(l.item())).findFirst().orElseThrow().time();
        Instant firstReview =
                SEEN.all(EventKind.FEEDBACK, Feedback.class).stream()
                        .filter(f -> isNew(f.item()))
                        .findFirst()
                        .orElseThrow()
                        .time();
        assertThat(ratings).hasSize(42);
        assertThat(terms).extracting(BrandTerms::version).containsExactly(1, 2);
        assertThat(
                        List.of(
                                offer.time(),
                                ratings.get(0).time(),
                                stage(BrandStage.EVALUATED),
                                terms.get(0).time(),
                                stage(BrandStage.TRIAL),
                                firstSale,
                                firstReview,
                                ratings.get(41).time(),
                                terms.get(1).time(),
                                stage(BrandStage.CONTRACTED)))
                .isSorted();
        assertThat(dayOf(firstSale)).isBetween(tail.plusDays(7), tail.plusDays(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dunmere", "Graphit"})
    void launchesSomeBrandsLaterThanTheOthers(String brand) {
        assertThat(stages(brand))
                .containsExactly(
                        BrandStage.PROSPECT,
                        BrandStage.EVALUATED,
                        BrandStage.TRIAL,
                        BrandStage.CONTRACTED);
        List<Instant> sales = sales(brand);
        assertThat(
                        List.of(
                                stage(brand, BrandStage.PROSPECT),
                                firstRating(brand),
                                stage(brand, BrandStage.EVALUATED),
                                stage(brand, BrandStage.TRIAL),
                                sales.get(0),
                                stage(brand, BrandStage.CONTRACTED)))
                .isSorted();
        assertThat(dayOf(stage(brand, BrandStage.PROSPECT)))
                .isAfter(OPTIONS.firstDay().plusDays(30));
        assertThat(dayOf(sales.get(0))).isBefore(OPTIONS.tailStart());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Estuary", "Isolde"})
    void endsSomeBrandsAndSellsNothingOfThemAfterwards(String brand) {
        assertThat(stages(brand))
                .containsExactly(
                        BrandStage.PROSPECT,
                        BrandStage.EVALUATED,
                        BrandStage.TRIAL,
                        BrandStage.CONTRACTED,
                        BrandStage.SUSPENDED,
                        BrandStage.ENDED);
        List<Instant> sales = sales(brand);
        assertThat(sales.get(sales.size() - 1))
                .isBetween(
                        stage(brand, BrandStage.SUSPENDED).minus(Duration.ofDays(14)),
                        stage(brand, BrandStage.ENDED));
    }

    @Test
    void endsNoOtherBrand() {
        assertThat(SEEN.all(EventKind.LIFECYCLE, LifeCycleStep.class))
                .filteredOn(step -> step.stage() == BrandStage.ENDED)
                .extracting(LifeCycleStep::brand)
                .containsExactlyInAnyOrder("Estuary", "Isolde");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 45, 90, 200})
    void scalesTheStoryToFewerDays(int days) {
        Seen seen = Seen.of(OPTIONS.withSize(3, 6, days));
        assertThat(stages(seen, MarketplaceOptions.NEW_BRAND))
                .containsExactly(
                        BrandStage.PROSPECT,
                        BrandStage.EVALUATED,
                        BrandStage.TRIAL,
                        BrandStage.CONTRACTED);
    }

    private static List<Instant> sales(String brand) {
        return ORDERS.stream()
                .filter(line -> isOf(brand, line.item()))
                .map(OrderLine::time)
                .toList();
    }

    private static Instant firstRating(String brand) {
        return SEEN.all(EventKind.JUDGEMENTS, ExpertJudgement.class).stream()
                .filter(judgement -> judgement.brand().equals(brand))
                .findFirst()
                .orElseThrow()
                .time();
    }

    private static boolean isNew(String item) {
        return isOf(MarketplaceOptions.NEW_BRAND, item);
    }

    private static List<BrandStage> stages(String brand) {
        return stages(SEEN, brand);
    }

    private static List<BrandStage> stages(Seen seen, String brand) {
        return seen.all(EventKind.LIFECYCLE, LifeCycleStep.class).stream()
                .filter(step -> step.brand().equals(brand))
                .map(LifeCycleStep::stage)
                .toList();
    }

    private static Instant stage(BrandStage stage) {
        return stage(MarketplaceOptions.NEW_BRAND, stage);
    }

    private static Instant stage(String brand, BrandStage stage) {
        return SEEN.all(EventKind.LIFECYCLE, LifeCycleStep.class).stream()
                .filter(s -> s.brand().equals(brand) && s.stage() == stage)
                .findFirst()
                .orElseThrow()
                .time();
    }
}
