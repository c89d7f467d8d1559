package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.recommendation.evaluation.RatingAccuracy;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatingPredictorTest {

    /**
     * Mean 3. One rating a user and item, each shrunk by 5 that say nothing: items first, then
     * users, five times. Ann's a is 4: b(a) = 1 / 6, b(Ann) = (1 - 1/6) / 6 and so on to b(a) =
     * b(Ann) = 1 / 7.
     */
    @Test
    void expectsWhatUserAndItemDoOnTheirOwn() {
        Histories histories = Toy.of("Ann a 4", "Bob b 2");
        RatingPredictor predictor = RatingPredictor.baseline(histories);
        assertThat(predictor.predict(0, 0)).isCloseTo(3 + 2 / 7.0, within(1e-4));
        assertThat(predictor.predict(1, 1)).isCloseTo(3 - 2 / 7.0, within(1e-4));
        assertThat(predictor.predict(0, 1)).isCloseTo(3, within(1e-6));
    }

    /**
     * Two tastes, opposite on every item, with noise of 0.3: neighbours know, the baseline cannot.
     */
    @Test
    void learnsFromNeighboursWhatTheBaselineCannot() {
        HeldOut heldOut = HeldOut.drawn(tastes(5), 0.2, 1);
        Histories training = heldOut.training();
        RatingAccuracy baseline =
                RatingAccuracy.of("baseline", heldOut, RatingPredictor.baseline(training));
        RatingAccuracy items =
                RatingAccuracy.of("items", heldOut, RatingPredictor.byItems(training));
        RatingAccuracy users =
                RatingAccuracy.of("users", heldOut, RatingPredictor.byUsers(training));
        assertThat(baseline.rmse()).isGreaterThan(0.9);
        assertThat(items.rmse()).isLessThan(0.5);
        assertThat(users.rmse()).isLessThan(0.5);
        assertThat(users.mae()).isLessThan(users.rmse());
        assertThat(users.ratings()).isEqualTo((int) heldOut.held().events());
    }

    @Test
    void staysWithinTheRangeOfRatings() {
        Histories histories = Toy.of("Ann a 5", "Ann b 5", "Bob a 5", "Bob b 5", "Cid a 1");
        RatingPredictor predictor = RatingPredictor.byUsers(histories);
        assertThat(predictor.predict(0, 1)).isBetween(1.0, 5.0);
    }

    private static Histories tastes(long seed) {
        Random random = new Random(seed);
        HistoriesBuilder builder = new HistoriesBuilder();
        for (int user = 0; user < 200; user++) {
            for (int item = 0; item < 40; item++) {
                double liked = (user + item) % 2 == 0 ? 4 : 2;
                builder.add(
                        "u" + user,
                        "i" + item,
                        (float) (liked + 0.3 * random.nextGaussian()),
                        item);
            }
        }
        return builder.build(true);
    }
}
