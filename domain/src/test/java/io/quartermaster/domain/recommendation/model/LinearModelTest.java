package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelTest {

    /**
     * Two users have a and b, one a, one b. G = (3 2; 2 3), with l = 1 (4 2; 2 4), whose inverse is
     * (4 -2; -2 4) / 12: the weight is (2 / 12) / (4 / 12) = 0.5.
     */
    @Test
    void weighsByHand() {
        Histories histories = Toy.of("Ann a", "Ann b", "Bob a", "Bob b", "Cid a", "Dot b");
        ItemScorer whole = new LinearModel(false, 1, 0, 10).fit(histories);
        assertThat(Toy.scores(whole, histories, Toy.CID))
                .containsExactly(new double[] {0, 0.5}, within(1e-6));
        ItemScorer local = new LinearModel(false, 1, 0, 1).fit(histories);
        assertThat(Toy.scores(local, histories, Toy.CID))
                .containsExactly(new double[] {0, 0.5}, within(1e-6));
    }

    /**
     * A column of weights of EASE is the ridge regression on all other items, so item by item it is
     * the same while every item stands beside every other.
     */
    @Test
    void solvesTheSameWholeAndItemByItem() {
        Histories histories = random(9, 2000);
        ItemScorer whole = new LinearModel(false, 5, 0, 100).fit(histories);
        ItemScorer local = new LinearModel(false, 5, 0, 1).fit(histories);
        for (int user = 0; user < histories.users(); user++) {
            assertThat(Toy.scores(local, histories, user))
                    .as("seed 9")
                    .containsExactly(Toy.scores(whole, histories, user), within(1e-5));
        }
    }

    /** Everybody takes a, then b; nobody goes back. */
    @Test
    void learnsWhatComesNext() {
        Histories histories = Toy.of("Ann a", "Ann b", "Bob a", "Bob b", "Cid a", "Dot b");
        ItemScorer scorer = new LinearModel(true, 1, 0, 10).fit(histories);
        double ofA = Toy.scores(scorer, histories, 2)[1];
        double ofB = Toy.scores(scorer, histories, 3)[0];
        assertThat(ofA).isGreaterThan(0.3);
        assertThat(ofB).isLessThan(0.1);
    }

    /** 200 users with 5 to 14 of 30 items. */
    static Histories random(long seed) {
        return random(seed, 200);
    }

    private static Histories random(long seed, int users) {
        Random random = new Random(seed);
        HistoriesBuilder builder = new HistoriesBuilder();
        for (int user = 0; user < users; user++) {
            int kind = random.nextInt(3);
            for (int event = 5 + random.nextInt(10); event > 0; event--) {
                int item =
                        random.nextInt(4) == 0 ? random.nextInt(30) : 3 * random.nextInt(10) + kind;
                builder.add("u%03d".formatted(user), "i%02d".formatted(item), 1, builder.size());
            }
        }
        return builder.build(true);
    }
}
