package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTimesTest {

    /** The usual form, and those that only Jackson reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2011-05-01T08:00:00Z\"",
                "\"2011-05-01T08:00:00.000Z\"",
                "\"2011-05-01T10:00:00+02:00\"",
                "1304236800",
                "\"1304236800\""
            })
    void readsAnInstant(String json) throws Exception {
        assertThat(JsonCodec.mapper().readValue(json, Instant.class))
                .isEqualTo(Instant.parse("2011-05-01T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2011-05-01\"", "[2011,5,1]", "\"2011-05-01T08:00:00\""})
    void readsADay(String json) throws Exception {
        assertThat(JsonCodec.mapper().readValue(json, LocalDate.class))
                .isEqualTo(LocalDate.of(2011, 5, 1));
    }

    @Test
    void readsNothingOfNull() throws Exception {
        assertThat(JsonCodec.mapper().readValue("null", Instant.class)).isNull();
        assertThat(JsonCodec.mapper().readValue("null", LocalDate.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2011-02-30T08:00:00Z\"", "\"yesterday\"", "{}"})
    void refusesWhatIsNoTime(String json) {
        assertThatThrownBy(() -> JsonCodec.mapper().readValue(json, Instant.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
