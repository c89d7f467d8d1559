package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.TimeDecay;
import io.quartermaster.domain.recommendation.model.NeighbourModel.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * By users: w(Ann,Bob) = 2 / sqrt(2 * 3) = 0.816497, w(Bob,Cid) = 1 / sqrt(3 * 2) = 0.408248. By
 * items: w(a,b) = 2 / 2 = 1, w(a,c) = w(b,c) = 1 / sqrt(2 * 2) = 0.5, w(c,d) = 1 / sqrt(2 * 1) =
 * 0.707107.
 */
class NeighbourModelTest {

    private final Histories toy = Toy.histories();

    /** Ann is like Bob, who gave a, b and c 1 each. */
    @Test
    void readsUsersLikeTheUser() {
        ItemScorer scorer = NeighbourModel.cosine(Reading.USERS, 10).fit(toy);
        assertThat(Toy.scores(scorer, toy, Toy.ANN))
                .containsExactly(new double[] {0.816497, 0.816497, 0.816497, 0}, within(1e-6));
        assertThat(Toy.scores(scorer, toy, Toy.CID))
                .containsExactly(new double[] {0.408248, 0.408248, 0.408248, 0}, within(1e-6));
    }

    /** Of c the two nearest are d and a (b after a): only a is Ann's. Of a they are b and c. */
    @Test
    void readsItemsNearTheTarget() {
        ItemScorer scorer = NeighbourModel.cosine(Reading.ITEMS_NEAR_THE_TARGET, 2).fit(toy);
        assertThat(Toy.scores(scorer, toy, Toy.ANN))
                .containsExactly(new double[] {1, 1, 0.5, 0}, within(1e-6));
    }

    /** Of a the two nearest are b and c, of b a and c: both are Ann's and speak for c. */
    @Test
    void readsWhatTheUserGivesItemsThatSpeakForOthers() {
        ItemScorer scorer = NeighbourModel.cosine(Reading.ITEMS_OF_THE_USER, 2).fit(toy);
        assertThat(Toy.scores(scorer, toy, Toy.ANN))
                .containsExactly(new double[] {1, 1, 1, 0}, within(1e-6));
    }

    /** Ann gives a 4 and b 2: columns a (4, 1), b (2, 1), c (0, 1) over Ann and Bob. */
    @Test
    void weighsRatingsAsTheyAre() {
        Histories rated = Toy.of("Ann a 4", "Ann b 2", "Bob a 1", "Bob b 1", "Bob c 1");
        ItemScorer scorer = NeighbourModel.cosine(Reading.ITEMS_OF_THE_USER, 5).fit(rated);
        double byHand = 4 / Math.sqrt(17) + 2 / Math.sqrt(5);
        assertThat(Toy.scores(scorer, rated, Toy.ANN)[Toy.C]).isCloseTo(byHand, within(1e-6));
    }

    /** One user in common of c with a, shrunk by one: 0.5 * 1 / 2, from each of a and b. */
    @Test
    void shrinksWhatFewSay() {
        NeighbourModel model =
                new NeighbourModel(
                        Reading.ITEMS_OF_THE_USER, ItemWeighting.COSINE, 1, TimeDecay.NONE, 5);
        assertThat(Toy.scores(model.fit(toy), toy, Toy.ANN)[Toy.C]).isCloseTo(0.5, within(1e-6));
    }

    /** Events lie a millisecond apart, half-life one: of Bob c counts twice b, and b twice a. */
    @Test
    void letsEventsAge() {
        NeighbourModel model =
                new NeighbourModel(
                        Reading.USERS,
                        ItemWeighting.COSINE,
                        0,
                        new TimeDecay(Duration.ofMillis(1)),
                        5);
        double[] scores = Toy.scores(model.fit(toy), toy, Toy.ANN);
        assertThat(scores[Toy.C]).isCloseTo(2 * scores[Toy.B], within(1e-6));
        assertThat(scores[Toy.B]).isCloseTo(2 * scores[Toy.A], within(1e-6));
    }

    @Test
    void saysWhatCarriedAScore() {
        ItemScorer items = NeighbourModel.cosine(Reading.ITEMS_OF_THE_USER, 5).fit(toy);
        ScoreParts parts = new ScoreParts(toy.items());
        items.of(toy.of(Toy.ANN)).explain(Toy.C, 2, parts);
        assertThat(parts.ownItems()).containsOnlyKeys(Toy.A, Toy.B);
        assertThat(parts.ownItems().get(Toy.A)).isCloseTo(1, within(1e-6));
        ItemScorer users = NeighbourModel.cosine(Reading.USERS, 5).fit(toy);
        ScoreParts byUsers = new ScoreParts(toy.items());
        users.of(toy.of(Toy.ANN)).explain(Toy.C, 1, byUsers);
        assertThat(byUsers.users()).containsOnlyKeys(Toy.BOB);
        assertThat(byUsers.users().get(Toy.BOB)).isCloseTo(0.816497, within(1e-6));
    }

    @Test
    void refusesNoNeighbours() {
        assertThatThrownBy(() -> NeighbourModel.cosine(Reading.USERS, 0))
                .hasMessage("The number of neighbours (0) must be 1 or more.");
    }
}
