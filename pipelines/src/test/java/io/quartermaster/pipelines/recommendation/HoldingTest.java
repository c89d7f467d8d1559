package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.domain.recommendation.incremental.Epochs;
import io.quartermaster.domain.recommendation.live.OwnItem;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Holding BOUGHT = Holding.none("a").after(Signals.bought(1, "ann", "a"));

    @Test
    void countsHalfAfterItsHalfLife() {
        assertThat(strength(BOUGHT, 1)).isEqualTo(1);
        assertThat(strength(BOUGHT, 11)).isEqualTo(0.5);
        assertThat(strength(BOUGHT, 21)).isEqualTo(0.25);
    }

    @Test
    void isFreshAgainByAPurchaseOrAnInterestButNotByAReturn() {
        assertThat(strength(BOUGHT.after(Signals.bought(11, "ann", "a")), 11)).isEqualTo(1);
        assertThat(strength(BOUGHT.after(signal(Kind.INTERESTED, 0.1)), 11)).isEqualTo(1);
        Holding two = BOUGHT.after(Signals.bought(1, "ann", "a"));
        assertThat(strength(two.after(signal(Kind.RETURNED, 1)), 11)).isEqualTo(0.5);
    }

    @Test
    void ageIsNeverBelowZeroAndStaysOutWithoutAHalfLife() {
        assertThat(strength(BOUGHT.after(Signals.bought(20, "ann", "a")), 11)).isEqualTo(1);
        assertThat(BOUGHT.own(millis(31), Duration.ZERO)).isEqualTo(new OwnItem("a", 1, true));
    }

    private static RecommendationSignal signal(Kind kind, double amount) {
        return Signals.of(kind, 11, "ann", "a", amount);
    }

    @Test
    void theTableAgesItByWholeHalfLives() {
        Epochs epochs = new Epochs(Duration.ofDays(10));
        Held held = BOUGHT.held(epochs);
        assertThat(held.at(epochs.of(millis(1)))).isEqualTo(1);
        assertThat(held.at(epochs.of(millis(31)))).isEqualTo(0.125);
        assertThat(held.bought()).isTrue();
    }

    @Test
    void isNothingWhereAnOrderWasCancelledAndCameBackWhereAllWasReturned() {
        assertThat(BOUGHT.after(signal(Kind.CANCELLED, 1)).isNothing()).isTrue();
        assertThat(BOUGHT.after(signal(Kind.RETURNED, 1)).cameBack()).isTrue();
        assertThat(BOUGHT.cameBack()).isFalse();
    }

    private static double strength(Holding holding, int day) {
        return holding.own(millis(day), Duration.ofDays(10)).strength();
    }

    private static long millis(int day) {
        return Signals.noon(day).toEpochMilli();
    }
}
