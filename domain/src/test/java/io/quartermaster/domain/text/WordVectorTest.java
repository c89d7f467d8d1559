package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordVectorTest {

    private static final int DIMENSIONS = 512;

    @Test
    void doesNotLookAtTheOrderOfWords() {
        assertThat(WordVector.of("red tea cup", DIMENSIONS))
                .isEqualTo(WordVector.of("Cup, red TEA", DIMENSIONS));
    }

    /** Two of three words shared give 2/3, as no two of these words fall together. */
    @Test
    void isTheMoreAlikeTheMoreWordsAreShared() {
        double[] cup = WordVector.of("red tea cup", DIMENSIONS);
        assertThat(product(cup, WordVector.of("red tea pot", DIMENSIONS)))
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(product(cup, WordVector.of("blue garden chair", DIMENSIONS)))
                .isCloseTo(0, within(1e-12));
        assertThat(product(cup, cup)).isCloseTo(1, within(1e-12));
    }

    /** 1 + log 2 against 1. */
    @Test
    void countsARepeatedWordByItsLogarithm() {
        double[] vector = WordVector.of("cup cup red", DIMENSIONS);
        double twice = 1 + Math.log(2);
        assertThat(product(vector, WordVector.of("red", DIMENSIONS)))
                .isCloseTo(1 / Math.sqrt(1 + twice * twice), within(1e-12));
    }

    @Test
    void isZeroForATextWithoutWords() {
        assertThat(WordVector.of("…", 4)).containsOnly(0);
    }

    @Test
    void refusesNoDimensions() {
        assertThatThrownBy(() -> WordVector.of("cup", 0)).hasMessageContaining("(0)");
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
