package io.quartermaster.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.ScalarSparseKernel;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The toy: Ann bought a and b; Bob a, b, c; Cid c and d.
 *
 * <p>By customers: w(Ann,Bob) = 2 / sqrt(2 * 3) = 0.816497, w(Ann,Cid) = 0, w(Bob,Cid) = 1 / sqrt(3
 * * 2) = 0.408248. By items: w(a,b) = 2 / 2 = 1, w(a,c) = w(b,c) = 1 / sqrt(2 * 2) = 0.5, w(c,d) =
 * 1 / sqrt(2 * 1) = 0.707107, w(a,d) = 0.
 */
class RecommenderTest {

    private static final List<Interaction> TOY =
            List.of(
                    bought("Ann", "a"),
                    bought("Ann", "b"),
                    bought("Bob", "a"),
                    bought("Bob", "b"),
                    bought("Bob", "c"),
                    bought("Cid", "c"),
                    bought("Cid", "d"));

    private final EngineUse use = new EngineUse();
    private final SparseSimilarityKernel kernel = new ScalarSparseKernel(use);

    @Test
    void recommendsToAnnWhatBobBought() {
        RankedItem best = recommend("Ann", RecommendationMethod.USER_CF, Map.of()).get(0);
        assertThat(best)
                .isEqualTo(
                        new RankedItem(
                                "c",
                                0.816497,
                                RecommendationMethod.USER_CF,
                                "Bob (0.816497) bought it"));
    }

    @Test
    void recommendsToCidWhatBobBoughtTiesByItem() {
        List<RankedItem> list = recommend("Cid", RecommendationMethod.USER_CF, Map.of());
        assertThat(list).extracting(RankedItem::item).containsExactly("a", "b");
        assertThat(list).extracting(RankedItem::score).containsExactly(0.408248, 0.408248);
    }

    @Test
    void recommendsToAnnWhatIsLikeHerItems() {
        RankedItem best = recommend("Ann", RecommendationMethod.ITEM_CF, Map.of()).get(0);
        assertThat(best)
                .isEqualTo(
                        new RankedItem(
                                "c",
                                1.0,
                                RecommendationMethod.ITEM_CF,
                                "bought a (0.5) and b (0.5)"));
    }

    @Test
    void weighsAnInterestLessAndCallsItByItsName() {
        List<Interaction> interactions = new ArrayList<>(TOY);
        interactions.add(new Interaction("Dot", "d", 1, true));
        interactions.add(new Interaction("Dot", "a", 0.5f, false));
        Recommender recommender = recommender(interactions, RecommendationMethod.ITEM_CF, Map.of());
        RankedItem best =
                recommender
                        .recommend(
                                new int[] {new InteractionMatrix(interactions).numberOf("Dot")},
                                kernel)
                        .get(0)
                        .get(0);
        // w(c,d) = 1 / sqrt(2 * 2); w(a,c) = 1 / sqrt(2.25 * 2), times 0.5.
        assertThat(best.item()).isEqualTo("c");
        assertThat(best.reason()).isEqualTo("bought d (0.5) and looked at a (0.235702)");
        assertThat(best.score()).isEqualTo(0.735702);
    }

    @Test
    void fillsUpWithWhatIsPopularBelowTheLowestScore() {
        List<RankedItem> list = recommend("Ann", RecommendationMethod.ITEM_CF, Map.of());
        assertThat(list.get(1))
                .isEqualTo(
                        new RankedItem(
                                "d",
                                0.25,
                                RecommendationMethod.POPULAR,
                                "1 of 3 customers bought it (0.25)"));
    }

    @Test
    void recommendsWhatIsPopularToWhomNothingIsKnownOf() {
        List<RankedItem> list = recommender(TOY, RecommendationMethod.ITEM_CF, Map.of()).popular();
        assertThat(list).extracting(RankedItem::item).containsExactly("a", "b", "c", "d");
        assertThat(list).extracting(RankedItem::score).containsExactly(0.5, 0.5, 0.5, 0.25);
        assertThat(list).extracting(RankedItem::method).containsOnly(RecommendationMethod.POPULAR);
    }

    @Test
    void countsAnItemThatRunsOutLessAndSaysSo() {
        Map<String, StockOutlook> outlooks =
                Map.of("c", new StockOutlook(3, 7.46), "d", new StockOutlook(9, 9));
        RankedItem worse = recommend("Ann", RecommendationMethod.ITEM_CF, outlooks).get(0);
        assertThat(worse.score()).isEqualTo(0.5);
        assertThat(worse.reason())
                .isEqualTo(
                        "bought a (0.5) and b (0.5); stock of 3 against 7.5 expected takes off (-0.5)");
        List<RankedItem> popular =
                recommender(TOY, RecommendationMethod.POPULAR, outlooks).popular();
        assertThat(popular).extracting(RankedItem::item).containsExactly("a", "b", "c", "d");
        assertThat(popular.get(2).score()).isEqualTo(0.25);
        assertThat(popular.get(3).reason()).isEqualTo("1 of 3 customers bought it (0.25)");
    }

    @Test
    void showsWhatWasBoughtWhenAsked() {
        RecommenderSettings settings =
                new RecommenderSettings(RecommendationMethod.USER_CF, 10, 5, false, 1);
        InteractionMatrix matrix = new InteractionMatrix(TOY);
        List<RankedItem> list =
                new Recommender(matrix, Map.of(), settings).recommend(new int[] {0}, kernel).get(0);
        assertThat(list).extracting(RankedItem::item).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @EnumSource(RecommendationMethod.class)
    void namesPartsThatSumToTheScore(RecommendationMethod method) {
        long seed = 3;
        Random random = new Random(seed);
        List<Interaction> interactions = random(random);
        Map<String, StockOutlook> outlooks = Map.of("i07", new StockOutlook(0, 2.5));
        Recommender recommender = recommender(interactions, method, outlooks);
        List<List<RankedItem>> lists =
                recommender.recommend(IntStream.range(0, 30).toArray(), kernel);
        Pattern part = Pattern.compile("\\((-?[0-9.]+)\\)");
        for (List<RankedItem> list : lists) {
            assertThat(list).as("seed %d", seed).hasSize(5);
            assertThat(list)
                    .extracting(RankedItem::score)
                    .isSortedAccordingTo(Collections.reverseOrder());
            for (RankedItem ranked : list) {
                double sum = 0;
                Matcher matcher = part.matcher(ranked.reason());
                while (matcher.find()) {
                    sum += Double.parseDouble(matcher.group(1));
                }
                assertThat(sum).as(ranked.reason()).isCloseTo(ranked.score(), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RecommendationMethod.class,
            names = {"USER_CF", "ITEM_CF"})
    void asksTheKernelOnceForAllCustomers(RecommendationMethod method) {
        int[] all = IntStream.range(0, 30).toArray();
        recommender(random(new Random(4)), method, Map.of()).recommend(all, kernel);
        assertThat(use.calls()).isEqualTo(1);
    }

    @Test
    void doesNotDependOnTheOrderOfInteractions() {
        List<Interaction> interactions = random(new Random(5));
        List<Interaction> shuffled = new ArrayList<>(interactions);
        Collections.shuffle(shuffled, new Random(6));
        int[] all = IntStream.range(0, 30).toArray();
        assertThat(
                        recommender(shuffled, RecommendationMethod.ITEM_CF, Map.of())
                                .recommend(all, kernel))
                .isEqualTo(
                        recommender(interactions, RecommendationMethod.ITEM_CF, Map.of())
                                .recommend(all, kernel));
    }

    @Test
    void refusesAPairThatComesTwice() {
        List<Interaction> twice = List.of(bought("Ann", "a"), bought("Ann", "a"));
        assertThatThrownBy(() -> new InteractionMatrix(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The interaction of customer (Ann) with item (a) must come once.\nMaybe sum them up first.");
    }

    private List<RankedItem> recommend(
            String customer, RecommendationMethod method, Map<String, StockOutlook> outlooks) {
        int number = new InteractionMatrix(TOY).numberOf(customer);
        return recommender(TOY, method, outlooks).recommend(new int[] {number}, kernel).get(0);
    }

    private static Recommender recommender(
            List<Interaction> interactions,
            RecommendationMethod method,
            Map<String, StockOutlook> outlooks) {
        RecommenderSettings settings = new RecommenderSettings(method, 5, 20, true, 0.5);
        return new Recommender(new InteractionMatrix(interactions), outlooks, settings);
    }

    private static Interaction bought(String customer, String item) {
        return new Interaction(customer, item, 1, true);
    }

    /** 30 customers with 6 to 14 of 40 items. */
    private static List<Interaction> random(Random random) {
        List<Interaction> interactions = new ArrayList<>();
        for (int customer = 0; customer < 30; customer++) {
            List<Integer> items = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
            Collections.shuffle(items, random);
            for (int item : items.subList(0, 6 + random.nextInt(9))) {
                interactions.add(bought("u%02d".formatted(customer), "i%02d".formatted(item)));
            }
        }
        return interactions;
    }
}
