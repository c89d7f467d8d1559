package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairModelTest {

    private final Histories toy = Toy.histories();

    /** Bob: b one step after a counts 1, c two steps after a 1/2; Ann: b after a again 1. */
    @Test
    void countsWhatFollowsLessTheFartherItLies() {
        PairSums sums = PairSums.of(toy, PairShape.following(1), 10);
        assertThat(sums.table().at(Toy.A, Toy.B)).isEqualTo(2);
        assertThat(sums.table().at(Toy.A, Toy.C)).isEqualTo(0.5f);
        assertThat(sums.table().at(Toy.B, Toy.A)).isZero();
        assertThat(sums.events()).containsExactly(2, 2, 2, 1);
    }

    @Test
    void countsWhatWentBeforeAsMuchAsAsked() {
        PairSums sums = PairSums.of(toy, PairShape.near(1, 0.25), 10);
        assertThat(sums.table().at(Toy.B, Toy.A)).isEqualTo(0.5f);
        assertThat(sums.table().at(Toy.C, Toy.A)).isEqualTo(0.125f);
    }

    /** Ann has 2 items, Bob 3: a and b together 1/2 + 1/3. */
    @Test
    void countsUsersWithManyItemsLess() {
        PairSums sums = PairSums.of(toy, PairShape.together(1), 10);
        assertThat((double) sums.table().at(Toy.A, Toy.B)).isCloseTo(5 / 6.0, within(1e-6));
    }

    /** Cid's last item d weighs 1, c before it 1/2; s(c,d) = 1, over sqrt(n(c)) sqrt(n(d)). */
    @Test
    void letsAHistoryFade() {
        PairModel model = new PairModel(PairShape.following(1), 0.5, 0.5, 1);
        double[] scores = Toy.scores(model.fit(toy), toy, Toy.CID);
        assertThat(scores[Toy.D]).isCloseTo(0.5 / Math.sqrt(2), within(1e-6));
    }

    @Test
    void takesEventsOfOneTimeAsOneStep() {
        Histories basket =
                new HistoriesBuilder()
                        .add("Ann", "a", 1, 1)
                        .add("Ann", "b", 1, 1)
                        .add("Ann", "c", 1, 2)
                        .build(true);
        PairSums sums = PairSums.of(basket, PairShape.following(1), 10);
        assertThat(sums.table().at(0, 1)).isEqualTo(1);
        assertThat(sums.table().at(1, 0)).isEqualTo(1);
        assertThat(sums.table().at(0, 2)).isEqualTo(1);
        assertThat(sums.table().at(2, 0)).isZero();
    }
}
