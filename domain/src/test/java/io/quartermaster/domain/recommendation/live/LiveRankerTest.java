package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.recommendation.ScorePart;
import io.quartermaster.domain.recommendation.StockOutlook;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveRankerTest {

    private final KnownItems known = new KnownItems(new BlendWeights(1, 0.5, 0.1));

    @Test
    void sumsWhatOwnItemsCarryByHand() {
        put("a", 3, "c", 0.5, "d", 0.2);
        put("b", 0, "c", 0.25);
        List<OwnItem> own = List.of(new OwnItem("a", 1, true), new OwnItem("b", 0.5, false));
        assertThat(said(ranker(2, 0, 0, 0).rank("u", own, Set.of("a")::contains)))
                .containsExactly(
                        "c 0.625 item_cf bought a (0.5) and looked at b (0.125)",
                        "d 0.2 item_cf bought a (0.2)");
    }

    @Test
    void fillsUpWithWhatManyBoughtAndLeavesOutWhatIsSoldOut() {
        put("p", 4);
        put("q", 2);
        put("r", 1);
        known.putCustomers(9);
        known.putOutlook("q", new StockOutlook(0, 0));
        assertThat(said(ranker(3, 0, 0, 0).rank("u", List.of(), item -> false)))
                .containsExactly(
                        "p 0.04 popular 4 of 9 customers bought it (0.04)",
                        "r 0.01 popular 1 of 9 customers bought it (0.01)");
    }

    @Test
    void aNewItemComesUpByWhatItIsLike() {
        known.putContent(list("a", "n", 0.8));
        List<OwnItem> own = List.of(new OwnItem("a", 1, true));
        assertThat(said(ranker(3, 0, 0, 0).rank("u", own, item -> false)))
                .containsExactly("n 0.4 content like a (0.4)");
        put("n", KnownItems.KNOWN_BUYERS);
        known.putCustomers(9);
        assertThat(said(ranker(3, 0, 0, 0).rank("u", own, item -> false)))
                .containsExactly("n 0.05 popular 5 of 9 customers bought it (0.05)");
    }

    @Test
    void whatRunsOutCountsLess() {
        put("a", 0, "c", 0.5, "d", 0.3);
        known.putOutlook("c", new StockOutlook(2, 5));
        List<OwnItem> own = List.of(new OwnItem("a", 1, true));
        assertThat(said(ranker(2, 0, 0, 0).rank("u", own, item -> false)))
                .containsExactly(
                        "d 0.3 item_cf bought a (0.3)",
                        "c 0.25 item_cf bought a (0.5); stock of 2 against 5 expected takes off (-0.25)");
    }

    @Test
    void neitherABrandNorACategoryFillsAListAlone() {
        put("a", 0, "c", 0.5, "d", 0.4, "e", 0.3, "f", 0.2, "g", 0.1);
        for (String item : List.of("c", "d", "e")) {
            known.putListing(item, "X", item.equals("c") ? "cups" : "plates");
        }
        known.putListing("f", "Y", "plates");
        List<OwnItem> own = List.of(new OwnItem("a", 1, true));
        assertThat(items(ranker(5, 2, 0, 0).rank("u", own, item -> false)))
                .containsExactly("c", "d", "f", "g");
        assertThat(items(ranker(5, 0, 1, 0).rank("u", own, item -> false)))
                .containsExactly("c", "d", "g");
    }

    @Test
    void itemsOfABrandOnTrialGetTheirShareOfPlaces() {
        put("a", 0, "c", 0.5, "d", 0.4, "e", 0.3, "f", 0.2);
        known.putListing("a", "X", "cups");
        known.putListing("n", "New", "cups");
        known.putListing("m", "New", "plates");
        known.putBrandScore("New", 0.8);
        List<OwnItem> own = List.of(new OwnItem("a", 1, true));
        LiveRanker ranker = ranker(4, 0, 0, 0.25);
        assertThat(items(ranker.rank("u", own, item -> false))).containsExactly("c", "d", "e", "f");
        known.putTrial("New", true);
        assertThat(said(ranker.rank("u", own, item -> false)))
                .containsExactly(
                        "c 0.5 item_cf bought a (0.5)",
                        "d 0.4 item_cf bought a (0.4)",
                        "e 0.3 item_cf bought a (0.3)",
                        "n 0.24 exploration New is on trial with score 0.8 (0.24)");
        known.putTrial("New", false);
        assertThat(items(ranker.rank("u", own, item -> false))).containsExactly("c", "d", "e", "f");
    }

    /** The place that no brand on trial takes, by brand score and likeness. */
    @Test
    void whatIsNewAndAlikeGetsWhatIsLeftOfTheShare() {
        put("a", 0, "c", 0.5, "d", 0.4, "e", 0.3, "f", 0.2);
        known.putContent(list("a", "n", 0.25, "m", 0.375));
        known.putListing("n", "Good", "cups");
        known.putListing("m", "Poor", "cups");
        known.putBrandScore("Good", 0.8);
        known.putBrandScore("Poor", 0.1);
        List<OwnItem> own = List.of(new OwnItem("a", 1, true));
        LiveRanker ranker = ranker(4, 0, 0, 0.25);
        assertThat(said(ranker.rank("u", own, item -> false)).get(3))
                .isEqualTo(
                        "n 0.15 exploration like a (0.125); it is new and Good has score 0.8 (0.025)");
        assertThat(items(ranker(4, 0, 0, 0).rank("u", own, item -> false)))
                .containsExactly("c", "d", "e", "f");
        known.putListing("t", "Trial", "plates");
        known.putBrandScore("Trial", 0.3);
        known.putTrial("Trial", true);
        assertThat(items(ranker.rank("u", own, item -> false))).containsExactly("c", "d", "e", "t");
    }

    /** Neither by neighbours, nor by content, nor by the share of its brand on trial. */
    @Test
    void nothingComesUpBeforeItsLaunch() {
        put("a", 0, "c", 0.5, "soon", 0.4);
        known.putContent(list("a", "next", 0.9));
        known.putListing("new", "New", "cups");
        known.putBrandScore("New", 0.8);
        known.putTrial("New", true);
        for (String item : List.of("soon", "next", "new")) {
            known.putSold(item, false);
        }
        List<OwnItem> own = List.of(new OwnItem("a", 1, true));
        LiveRanker ranker = ranker(4, 0, 0, 0.25);
        assertThat(items(ranker.rank("u", own, item -> false))).containsExactly("c");
        for (String item : List.of("soon", "next", "new")) {
            known.putSold(item, true);
        }
        assertThat(items(ranker.rank("u", own, item -> false)))
                .containsExactlyInAnyOrder("c", "soon", "next", "new");
    }

    @Test
    void partsSumToTheScoreWhateverItIsMadeOf() {
        Random random = new Random(2);
        List<OwnItem> own = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String item = "i" + i;
            Object[] pairs = new Object[40];
            for (int n = 0; n < 20; n++) {
                pairs[2 * n] = "i" + (i + 1 + n);
                pairs[2 * n + 1] = 1.0 / (n + 1 + random.nextDouble());
            }
            put(item, random.nextInt(9), pairs);
            known.putContent(list(item, "n" + i, random.nextDouble()));
            known.putOutlook(item, new StockOutlook(random.nextInt(5), 3));
            known.putListing(item, "B" + i % 3, "C" + i % 5);
            if (random.nextInt(3) > 0) {
                own.add(new OwnItem(item, random.nextDouble(), random.nextBoolean()));
            }
        }
        known.putTrial("B1", true);
        known.putBrandScore("B1", 0.7);
        known.putCustomers(20);
        List<Proposal> list = ranker(20, 8, 0, 0.2).rank("u", own, item -> false);
        assertThat(list).hasSizeGreaterThan(10);
        for (Proposal proposal : list) {
            long sum = proposal.scoring().parts().stream().mapToLong(ScorePart::millionths).sum();
            assertThat(sum).isEqualTo(proposal.scoring().millionths());
        }
        assertThat(list).extracting(one -> -one.scoring().millionths()).isSorted();
    }

    @Test
    void nobodysListIsEmptyWhereNothingIsKnown() {
        assertThat(ranker(3, 1, 1, 0.5).rank("u", List.of(), item -> false)).isEmpty();
        assertThat(
                        ranker(3, 1, 1, 0.5)
                                .rank("u", List.of(new OwnItem("x", 1, true)), item -> false))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new RankingSettings(10, 5, 1, 0, 0, 0))
                .hasMessage(
                        "The length of a list (10) must be 1 or more, and candidates (5) no fewer.");
        assertThatThrownBy(() -> new RankingSettings(10, 50, 1, 0, 0, 1.5))
                .hasMessage("The share of exploration (1.5) must lie within 0 and 1.");
    }

    private void put(String item, int buyers, Object... pairs) {
        known.putNeighbours(list(item, pairs), buyers);
    }

    private static ItemNeighbours list(String item, Object... pairs) {
        List<String> names = new ArrayList<>();
        double[] weights = new double[pairs.length / 2];
        for (int i = 0; i < weights.length; i++) {
            names.add((String) pairs[2 * i]);
            weights[i] = (Double) pairs[2 * i + 1];
        }
        return new ItemNeighbours(item, names, weights);
    }

    private LiveRanker ranker(int k, int perBrand, int perCategory, double exploration) {
        return new LiveRanker(
                new RankingSettings(k, 50, 0.5, perBrand, perCategory, exploration), known);
    }

    private static List<String> items(List<Proposal> list) {
        return list.stream().map(Proposal::item).toList();
    }

    private static List<String> said(List<Proposal> list) {
        return list.stream()
                .map(
                        one ->
                                "%s %s %s %s"
                                        .formatted(
                                                one.item(),
                                                one.scoring().score(),
                                                one.method().label(),
                                                one.scoring().reason()))
                .toList();
    }
}
