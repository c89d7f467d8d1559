package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.recommendation.HistoryRecommender;
import io.quartermaster.domain.recommendation.ListedItem;
import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.recommendation.content.TermModality;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.evaluation.RankingEvaluation;
import io.quartermaster.domain.recommendation.model.SearchSettings.Holding;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelSearchTest {

    private static final Pattern PART = Pattern.compile("\\((-?[0-9.]+)\\)");

    /** After item n most users take n + 1 of 60; the rest is random. */
    private final Histories chains = chains(11);

    @Test
    void blendsWhatForeseesTheNextItemBest() {
        HeldOut heldOut = HeldOut.lastOfEach(chains);
        ModelSearch search = new ModelSearch(heldOut.training(), settings(true, Holding.LAST));
        RankingEvaluation evaluation = new RankingEvaluation(heldOut, new int[] {10}, false);
        double auto = ndcg(evaluation, search, ModelKind.AUTO);
        assertThat(auto).isGreaterThan(1.5 * ndcg(evaluation, search, ModelKind.POPULAR));
        assertThat(auto).isGreaterThan(1.1 * ndcg(evaluation, search, ModelKind.ITEM_CF));
        assertThat(auto).isGreaterThan(0.95 * ndcg(evaluation, search, ModelKind.SEQUENCE));
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void namesPartsThatSumToTheScore(ModelKind kind) {
        Optional<ItemContent> content =
                kind == ModelKind.CONTENT ? Optional.of(tens()) : Optional.empty();
        ItemScorer scorer =
                new ModelSearch(chains, settings(true, Holding.LAST, content)).fit(kind);
        HistoryRecommender recommender = new HistoryRecommender(chains, scorer, 10, false);
        for (int user = 0; user < 30; user++) {
            List<ListedItem> list = recommender.recommend(user);
            assertThat(list).hasSize(10);
            for (ListedItem listed : list) {
                double sum = 0;
                Matcher matcher = PART.matcher(listed.reason());
                while (matcher.find()) {
                    sum += Double.parseDouble(matcher.group(1));
                }
                assertThat(sum).as(listed.reason()).isCloseTo(listed.score(), within(1e-9));
            }
        }
    }

    @Test
    void answersTheSameEachTime() {
        List<List<ListedItem>> answers = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            ItemScorer scorer =
                    new ModelSearch(chains, settings(true, Holding.LAST)).fit(ModelKind.AUTO);
            answers.add(new HistoryRecommender(chains, scorer, 10, true).recommend(3));
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    @Test
    void choosesByWhatIsDrawnWhereThereIsNoOrder() {
        ItemScorer scorer =
                new ModelSearch(chains, settings(false, Holding.DRAWN)).fit(ModelKind.AUTO);
        assertThat(new HistoryRecommender(chains, scorer, 5, true).recommend(0)).hasSize(5);
    }

    /** One user, one event: nothing can be held out. */
    @Test
    void answersForTheSmallestFile() {
        Histories one = Toy.of("Ann a");
        ItemScorer scorer = new ModelSearch(one, settings(true, Holding.LAST)).fit(ModelKind.AUTO);
        assertThat(new HistoryRecommender(one, scorer, 5, false).recommend(0))
                .extracting(ListedItem::item)
                .containsExactly("a");
    }

    @Test
    void refusesAMethodThatIsNotKnown() {
        assertThat(ModelKind.of("Item_CF")).isEqualTo(ModelKind.ITEM_CF);
        assertThatThrownBy(() -> ModelKind.list("auto,magic"))
                .hasMessage(
                        "The method (magic) is not known.\nMaybe one of: auto, item-cf, user-cf, ease, ials, sequence, popular, content.");
    }

    private static double ndcg(RankingEvaluation evaluation, ModelSearch search, ModelKind kind) {
        MethodAccuracy measured = evaluation.measure(kind.label(), search.fit(kind)).get(0);
        return Arrays.stream(measured.values(Measure.NDCG)).average().orElse(0);
    }

    /** Items are alike by their tens. */
    private ItemContent tens() {
        List<List<String>> terms =
                chains.itemNames().stream().map(item -> List.of(item.substring(0, 2))).toList();
        return new ItemContent(List.of(TermModality.of("attributes", terms, 64)), Optional.empty());
    }

    private static SearchSettings settings(boolean ordered, Holding holding) {
        return settings(ordered, holding, Optional.empty());
    }

    private static SearchSettings settings(
            boolean ordered, Holding holding, Optional<ItemContent> content) {
        return new SearchSettings(
                50,
                SimilaritySettings.DEFAULT,
                10,
                false,
                ordered,
                null,
                holding,
                content,
                1L << 30,
                1,
                line -> {});
    }

    private static Histories chains(long seed) {
        Random random = new Random(seed);
        HistoriesBuilder builder = new HistoriesBuilder();
        for (int user = 0; user < 300; user++) {
            int item = random.nextInt(60);
            for (int event = 0; event < 8; event++) {
                builder.add("u%03d".formatted(user), "i%02d".formatted(item), 1, event);
                item = random.nextInt(3) == 0 ? random.nextInt(60) : (item + 1) % 60;
            }
        }
        return builder.build(false);
    }
}
