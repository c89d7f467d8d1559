package io.quartermaster.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoFormsTest {

    /** From the year 1 to 9999, with 0, 3, 6 and 9 digits of the second's fraction. */
    @Test
    void readsAndWritesWhatInstantsWrite() {
        Random random = new Random(7);
        long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        int[] grains = {1_000_000_000, 1_000_000, 1_000, 1};
        for (int i = 0; i < 20_000; i++) {
            int grain = grains[i % grains.length];
            int nanos = random.nextInt(1_000_000_000) / grain * grain;
            Instant instant =
                    Instant.ofEpochSecond(
                            first + (long) (random.nextDouble() * (last - first)), nanos);
            assertThat(IsoForms.instant(instant.toString())).isEqualTo(instant);
            assertThat(IsoForms.text(instant)).isEqualTo(instant.toString());
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), 86_400));
            assertThat(IsoForms.date(day.toString())).isEqualTo(day);
        }
        assertThat(IsoForms.instant("2011-05-01T08:00:00.12Z"))
                .isEqualTo(Instant.parse("2011-05-01T08:00:00.12Z"));
    }

    @Test
    void writesYearsOfOtherLengthsAsInstantsDo() {
        for (String text : new String[] {"+12011-05-01T08:00:00Z", "-0004-05-01T08:00:00.010Z"}) {
            assertThat(IsoForms.text(Instant.parse(text))).isEqualTo(text);
        }
        assertThat(IsoForms.text(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    }

    @Test
    void knowsLeapDays() {
        assertThat(IsoForms.date("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(IsoForms.date("2023-02-29")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2011-05-01",
                "2011-05-01T08:00Z",
                "2011-05-01T24:00:00Z",
                "2011-05-01T08:60:00Z",
                "2011-05-01T08:00:60Z",
                "2011-05-01T08:00:00",
                "2011-05-01T08:00:00z",
                "2011-05-01T08:00:00.Z",
                "2011-05-01T08:00:00.1234567890Z",
                "2011-05-01T08:00:00.12a4Z",
                "2011-05-01T08:00:00+01:00",
                "2011-13-01T08:00:00Z",
                "2011-00-01T08:00:00Z",
                "2011-04-31T08:00:00Z",
                "2011-04-00T08:00:00Z",
                "2011/04/30T08:00:00Z",
                "2011-05-01 08:00:00Z",
                "+12011-05-01T08:00:00Z"
            })
    void leavesOtherFormsToTheFormatter(String text) {
        assertThat(IsoForms.instant(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2011-5-1", "2011-05-01Z", "20110501", "2011-02-30", "2011-05-0x"})
    void aDayOfAnotherFormIsNone(String text) {
        assertThat(IsoForms.date(text)).isNull();
    }
}
