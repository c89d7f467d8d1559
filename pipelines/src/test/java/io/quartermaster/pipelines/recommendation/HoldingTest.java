package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.Interaction;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Holding BOUGHT =
            Holding.none("ann", "a").after(Signals.bought(1, "ann", "a"));

    @Test
    void countsHalfAfterItsHalfLife() {
        assertThat(strength(BOUGHT, 1)).isEqualTo(1);
        assertThat(strength(BOUGHT, 11)).isEqualTo(0.5f);
        assertThat(strength(BOUGHT, 21)).isEqualTo(0.25f);
    }

    @Test
    void isFreshAgainByAPurchaseOrAnInterestButNotByAReturn() {
        assertThat(strength(BOUGHT.after(Signals.bought(11, "ann", "a")), 11)).isEqualTo(1);
        assertThat(strength(BOUGHT.after(signal(Kind.INTERESTED, 0.1)), 11)).isEqualTo(1);
        Holding two = BOUGHT.after(Signals.bought(1, "ann", "a"));
        assertThat(strength(two.after(signal(Kind.RETURNED, 1)), 11)).isEqualTo(0.5f);
    }

    @Test
    void ageIsNeverBelowZeroAndStaysOutWithoutAHalfLife() {
        assertThat(strength(BOUGHT.after(Signals.bought(20, "ann", "a")), 11)).isEqualTo(1);
        assertThat(BOUGHT.interaction(millis(31), Duration.ZERO))
                .isEqualTo(new Interaction("ann", "a", 1, true));
    }

    private static RecommendationSignal signal(Kind kind, double amount) {
        return Signals.of(kind, 11, "ann", "a", amount);
    }

    private static float strength(Holding holding, int day) {
        return holding.interaction(millis(day), Duration.ofDays(10)).strength();
    }

    private static long millis(int day) {
        return Signals.noon(day).toEpochMilli();
    }
}
