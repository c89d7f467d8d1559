package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFeaturesTest {

    private static final GramSettings WORDS = new GramSettings(1, 1, 0, 1);

    /** Of two texts one holds "tea": 1 + ln(3/2); both hold "red": 1 + ln(3/3). */
    @Test
    void weighsTermsByHowFewTextsHoldThem() {
        TextFeatures features = TextFeatures.of(List.of("red tea", "Red, red!"), WORDS);
        double rare = 1 + Math.log(1.5);
        double length = Math.sqrt(1 + rare * rare);

        assertThat(sorted(features.vector("tea red")))
                .containsExactly((float) (1 / length), (float) (rare / length));
    }

    /** "red" stands twice: 1 + ln 2 against 1 + ln 1.5. */
    @Test
    void countsARepeatedTermByItsLogarithm() {
        TextFeatures features = TextFeatures.of(List.of("red tea", "red"), WORDS);
        double rare = 1 + Math.log(1.5);
        double twice = 1 + Math.log(2);
        double length = Math.sqrt(twice * twice + rare * rare);

        float[] values = sorted(features.vector("red red tea"));

        assertThat(values[0]).isCloseTo((float) (rare / length), within(1e-6f));
        assertThat(values[1]).isCloseTo((float) (twice / length), within(1e-6f));
    }

    /** Words: red, tea, red tea. Characters of " ab ": " a", "ab", "b ", " ab", "ab ". */
    @Test
    void countsRunsOfWordsAndOfCharacters() {
        assertThat(Grams.ofWords("red tea", new GramSettings(2, 1, 0, 1))).hasSize(3);
        assertThat(Grams.ofCharacters("ab", new GramSettings(0, 2, 3, 1))).hasSize(5);
        assertThat(Grams.ofCharacters("ab", new GramSettings(2, 1, 0, 1))).isEmpty();
        assertThat(TextFeatures.of(List.of("ab"), new GramSettings(1, 2, 3, 1)).size())
                .isEqualTo(6);
    }

    @Test
    void givesWordsAndCharactersOneLengthEach() {
        TextFeatures features =
                TextFeatures.of(List.of("red tea", "blue cup"), new GramSettings(2, 2, 4, 1));
        assertThat(features.vector("red tea cup").squares()).isCloseTo(2, within(1e-6));
        assertThat(features.vector("xyz").size()).isZero();
    }

    @Test
    void keepsTermsThatEnoughTextsHold() {
        GramSettings twice = new GramSettings(1, 1, 0, 2);
        assertThat(TextFeatures.of(List.of("red tea tea", "red"), twice).size()).isEqualTo(1);
    }

    @Test
    void refusesSettingsWithoutTerms() {
        assertThatThrownBy(() -> new GramSettings(0, 2, 1, 1))
                .hasMessage("The terms are none: words (0), characters (2 to 1).\nMaybe words 2.");
        assertThatThrownBy(() -> new GramSettings(9, 2, 5, 1))
                .hasMessage("The words (9) of the terms must be 0 to 8.\nMaybe leave it out.");
    }

    private static float[] sorted(SparseVector vector) {
        float[] values = vector.values().clone();
        Arrays.sort(values);
        return values;
    }
}
