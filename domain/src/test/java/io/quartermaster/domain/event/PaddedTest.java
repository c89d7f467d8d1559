package io.quartermaster.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 12_345, Long.MAX_VALUE})
    void writesWhatAFormatWrites(long number) {
        for (int digits = 1; digits <= 9; digits++) {
            assertThat(Padded.of(number, digits))
                    .isEqualTo(String.format("%0" + digits + "d", number));
        }
    }
}
