package io.quartermaster.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ItemVectorTest {

    @Test
    void isBroughtToLengthOne() {
        assertThat(vector("3 4").unit()).containsExactly(0.6f, 0.8f);
        assertThat(vector(" -3e0, 4 ").unit()).containsExactly(-0.6f, 0.8f);
    }

    @Test
    void refusesWhatIsNoVector() {
        assertThatThrownBy(() -> vector("0 0.0").unit())
                .hasMessage(
                        "The vector (image) of item (a) has length (0.0), which must be above 0 and finite.");
        assertThatThrownBy(() -> vector("1e300 1e300").unit())
                .hasMessageContaining("length (Infinity)");
        for (String bad : new String[] {"NaN", "Infinity", "1e999", "one", ""}) {
            assertThatThrownBy(() -> vector(bad).unit())
                    .hasMessage(
                            "The vector (image) of item (a) holds (%s), which is not a finite number."
                                    .formatted(bad));
        }
        assertThatThrownBy(() -> vector("1 ".repeat(1_025)).unit())
                .hasMessage("The vector (image) of item (a) has 1025 numbers, not 1 to 1024.");
    }

    private static ItemVector vector(String numbers) {
        return new ItemVector("v", Instant.EPOCH, "test", "a", "image", 1, numbers);
    }
}
