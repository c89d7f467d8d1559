package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderExperienceTest {

    @Test
    void isPunctualOnThePromisedDayAndWorseWithEachDayAfterIt() {
        assertThat(arrived("2026-01-11T20:00:00Z").punctuality()).isEqualTo(1);
        assertThat(arrived("2026-01-12T01:00:00Z").punctuality()).isCloseTo(6.0 / 7, within(1e-12));
        assertThat(arrived("2026-03-01T00:00:00Z").punctuality()).isZero();
    }

    @Test
    void isAsFastAsTheShareOfThePromisedTimeThatWasLeft() {
        assertThat(arrived("2026-01-06T00:00:00Z").speed()).isCloseTo(0.5, within(1e-12));
        assertThat(arrived("2026-01-15T00:00:00Z").speed()).isZero();
    }

    @Test
    void whatHasNotArrivedIsNeitherFilledNorPunctual() {
        assertThat(order(null, 2)).isEqualTo(new OrderExperience(0, 0, 0.5, 0));
    }

    @Test
    void fewOrdersSayNothingOfSpeed() {
        OrderExperience order = arrived("2026-01-06T00:00:00Z");

        assertThat(OrderExperience.mean(List.of(order))).containsExactly(1, 1, 1, Double.NaN);
        assertThat(OrderExperience.mean(Collections.nCopies(5, order))[3])
                .isCloseTo(0.5, within(1e-12));
        assertThat(OrderExperience.mean(List.of())).containsOnly(Double.NaN);
    }

    @Test
    void refusesAnOrderWithoutSellers() {
        assertThatThrownBy(() -> order(null, 0))
                .hasMessage(
                        "The number of sellers (0) of an order must be positive.\nMaybe it has no item.");
    }

    private static OrderExperience arrived(String time) {
        return order(Instant.parse(time), 1);
    }

    private static OrderExperience order(Instant arrived, int sellers) {
        return OrderExperience.of(
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-11T00:00:00Z"),
                arrived,
                sellers,
                ZoneOffset.UTC);
    }
}
