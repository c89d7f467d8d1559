package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImplicitFactorsTest {

    private final Histories histories = LinearModelTest.random(3);

    /** The gradient of the loss in the user's factors is 0: nothing fits the user better. */
    @Test
    void foldsInTheFactorsThatFitBest() {
        double regularisation = 0.01;
        double unobserved = 0.1;
        ImplicitFactors factors =
                ImplicitFactors.fit(histories, 4, regularisation, unobserved, 5, 1);
        int[] own = histories.of(7).distinct().items();
        double[] user = factors.foldIn(own);
        double[][] items = factors.itemFactors();
        double ridge = regularisation * (own.length + unobserved * items.length);
        for (int d = 0; d < 4; d++) {
            double gradient = ridge * user[d];
            for (double[] item : items) {
                gradient += unobserved * ImplicitFactors.dot(user, item) * item[d];
            }
            for (int item : own) {
                gradient -= (1 - ImplicitFactors.dot(user, items[item])) * items[item][d];
            }
            assertThat(gradient).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void saysWhichOwnItemsCarriedAScore() {
        ImplicitFactors factors = ImplicitFactors.fit(histories, 4, 0.01, 0.1, 5, 1);
        int[] own = histories.of(7).distinct().items();
        double sum = 0;
        for (double part : factors.parts(own, 11)) {
            sum += part;
        }
        double score = ImplicitFactors.dot(factors.foldIn(own), factors.itemFactors()[11]);
        assertThat(sum).isCloseTo(score, within(1e-12));
    }

    @Test
    void scoresWhatAUserHasAboveWhatNobodyLikeThatHas() {
        ItemScorer scorer = new IalsModel(4, 0.01, 0.1, 8, 1).fit(histories);
        int better = 0;
        int all = 0;
        for (int user = 0; user < histories.users(); user++) {
            double[] scores = Toy.scores(scorer, histories, user);
            UserHistory history = histories.of(user);
            for (int item = 0; item < scores.length; item++) {
                if (!history.has(item)) {
                    better += scores[history.items()[0]] > scores[item] ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(better).isGreaterThan(all * 8 / 10);
    }

    @Test
    void givesNothingToWhoHasNothing() {
        ItemScorer scorer = new IalsModel(4, 0.01, 0.1, 2, 1).fit(histories);
        double[] scores = new double[histories.items()];
        scorer.of(UserHistory.EMPTY).add(1, scores);
        assertThat(scores).containsOnly(0);
    }
}
