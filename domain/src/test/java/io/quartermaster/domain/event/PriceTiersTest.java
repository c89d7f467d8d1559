package io.quartermaster.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTiersTest {

    @Test
    void pricesTheWholeOrderByItsSize() {
        PriceTiers tiers = PriceTiers.parse(" 100:0.97  500:0.93");
        assertThat(tiers.share(99)).isEqualTo(1);
        assertThat(tiers.share(100)).isEqualTo(0.97);
        assertThat(tiers.share(499)).isEqualTo(0.97);
        assertThat(tiers.share(9000)).isEqualTo(0.93);
        assertThat(tiers.lowest(400)).isEqualTo(0.97);
        assertThat(tiers.next(100)).isEqualTo(500);
        assertThat(tiers.next(500)).isZero();
    }

    @Test
    void isOnePriceWhereNothingIsSaid() {
        assertThat(PriceTiers.parse("").share(1_000_000)).isEqualTo(1);
        assertThat(PriceTiers.FLAT.next(1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "100, The price tier (100) must be units and a share",
        "x:0.9, The price tier (x:0.9) must be units and a share",
        "100:0.9:3, The price tier (100:0.9:3) must be units and a share",
        "500:0.9 100:0.8, The price tier (100:0.8) must have more units than the one before",
        "5:0, The price tier (5:0.0) must have more units"
    })
    void refusesWhatIsNoTier(String text, String message) {
        assertThatThrownBy(() -> PriceTiers.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void scalesEveryShareAndWhatLiesBelowTheFirst() {
        assertThat(PriceTiers.parse("100:0.9").times(0.5))
                .isEqualTo(PriceTiers.parse("1:0.5 100:0.45"));
        assertThat(PriceTiers.parse("1:0.8 9:0.4").times(0.5))
                .isEqualTo(PriceTiers.parse("1:0.4 9:0.2"));
        assertThat(PriceTiers.parse("100:0.9").times(1).hashCode())
                .isEqualTo(PriceTiers.parse("100:0.9").hashCode());
        assertThat(PriceTiers.FLAT.times(1.2).lowest(5)).isEqualTo(1.2);
    }

    @Test
    void readsWeekdays() {
        assertThat(OrderWeekdays.parse("mon thu"))
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        assertThat(OrderWeekdays.parse("")).hasSize(7);
        assertThatThrownBy(() -> OrderWeekdays.parse("monday"))
                .hasMessage(
                        "The order weekday (monday) must be one of mon, tue, wed, thu, fri, sat, sun.");
    }
}
