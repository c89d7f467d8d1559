package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.pipelines.event.RunOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class PlanDaysTest {

    @Test
    void evesLieAWeekApartFromTheTailsStartToTheLastDay() {
        PlanDays days = new PlanDays(100, 7, 120);
        assertThat(days.isEve(98)).isFalse();
        assertThat(days.isEve(99)).isTrue();
        assertThat(days.isEve(100)).isFalse();
        assertThat(days.isEve(106)).isTrue();
        assertThat(days.isEve(120)).isTrue();
        assertThat(days.isEve(127)).isFalse();
        assertThat(days.isActive(98)).isFalse();
        assertThat(days.isActive(99)).isTrue();
    }

    @Test
    void theNextEveIsThisDayOrALaterOne() {
        PlanDays days = new PlanDays(100, 7, 120);
        assertThat(days.eveFrom(3)).isEqualTo(99);
        assertThat(days.eveFrom(99)).isEqualTo(99);
        assertThat(days.eveFrom(100)).isEqualTo(106);
    }

    @Test
    void withoutATailEvesAreCountedFromTheEpoch() {
        PlanDays days = PlanDays.of(new Configuration());
        assertThat(days.isEve(6)).isTrue();
        assertThat(days.isEve(7)).isFalse();
        assertThat(days.eveFrom(7)).isEqualTo(13);
    }

    @Test
    void refusesWhatIsNotADay() {
        Configuration configuration = new Configuration();
        configuration.set(RunOptions.TAIL_START, "soon");
        assertThatThrownBy(() -> PlanDays.of(configuration))
                .hasMessage(
                        "The value (soon) of the option run.tail-start is not a day.\nMaybe like 2011-11-12.");
    }
}
