package io.quartermaster.domain.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UserRankingTest {

    /**
     * Hits at 2 and 3 of 3 held out: gain 1/log2(3) + 1/log2(4) = 1.130930, ideal 1 + that =
     * 2.130930; precision (1/2 + 2/3) / 3.
     */
    @Test
    void measuresByHand() {
        UserRanking ranking = UserRanking.of(new int[] {9, 4, 7, 1}, new int[] {2, 4, 7}, 4);
        assertThat(ranking.hitRate()).isEqualTo(1);
        assertThat(ranking.recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(ranking.ndcg()).isCloseTo(0.530721, within(1e-6));
        assertThat(ranking.averagePrecision()).isCloseTo(7 / 18.0, within(1e-12));
    }

    @Test
    void countsTheFirstKOnly() {
        UserRanking ranking = UserRanking.of(new int[] {9, 4, 7, 1}, new int[] {7}, 2);
        assertThat(ranking).isEqualTo(new UserRanking(0, 0, 0, 0));
    }

    @Test
    void isOneForAPerfectList() {
        UserRanking ranking = UserRanking.of(new int[] {1, 2}, new int[] {1, 2, 3}, 2);
        assertThat(ranking.ndcg()).isEqualTo(1);
        assertThat(ranking.averagePrecision()).isEqualTo(1);
        assertThat(ranking.recall()).isCloseTo(2 / 3.0, within(1e-12));
    }

    /** 400 of 1,000 users hit: the standard error is sqrt(0.4 * 0.6 / 1000) = 0.0155. */
    @Test
    void givesTheIntervalOfAShare() {
        double[] values = new double[1000];
        Arrays.fill(values, 0, 400, 1);
        Interval interval = Interval.of(values, 1);
        assertThat(interval.mean()).isEqualTo(0.4);
        assertThat(interval.low()).isCloseTo(0.4 - 1.96 * 0.0155, within(0.003));
        assertThat(interval.high()).isCloseTo(0.4 + 1.96 * 0.0155, within(0.003));
        assertThat(Interval.ofDifference(values, values, 1)).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void refusesNobody() {
        assertThatThrownBy(() -> Interval.of(new double[0], 1))
                .hasMessageStartingWith("A mean needs at least one user.");
    }
}
