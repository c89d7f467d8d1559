package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaticCovariatesTest {

    private static final float[] NONE = {};

    @Test
    void eachPartThatIsKnownHasLengthOne() {
        float[] all = of("Nord", "tea", "red tea of the north", "main");
        assertThat(length(all, 0, 6)).isCloseTo(1, within(1e-6));
        assertThat(length(all, 6, 10)).isCloseTo(1, within(1e-6));
        assertThat(length(all, 10, 20)).isBetween(0.4, 1.7);
        assertThat(length(all, 20, 24)).isCloseTo(1, within(1e-6));
    }

    @Test
    void whatIsNotKnownIsZero() {
        assertThat(StaticCovariates.of(NONE, NONE, "")).isEqualTo(StaticCovariates.unknown());
        float[] listed = StaticCovariates.of(StaticCovariates.listed("Nord", ""), NONE, "");
        assertThat(length(listed, 0, 6)).isCloseTo(1, within(1e-6));
        assertThat(length(listed, 6, 24)).isZero();
    }

    /** A name is told by itself: another category changes nothing of the brand's numbers. */
    @Test
    void aNameHasTheSameNumbersWhereverItStands() {
        float[] tea = StaticCovariates.listed("Nord", "tea");
        float[] oil = StaticCovariates.listed("Nord", "oil");
        assertThat(Arrays.copyOf(tea, 6)).isEqualTo(Arrays.copyOf(oil, 6));
        assertThat(tea).isNotEqualTo(oil);
    }

    /** 64 rows of 6 signs are there: 20 names fall together now and then, not often. */
    @Test
    void namesAreSeldomAlike() {
        Set<String> rows = new HashSet<>();
        IntStream.range(0, 20)
                .forEach(i -> rows.add(Arrays.toString(StaticCovariates.listed("brand " + i, ""))));
        assertThat(rows).hasSizeGreaterThan(14);
    }

    /** Random projection keeps angles: the same words are nearer than others (on the mean). */
    @Test
    void textsOfTheSameWordsAreNearerThanOthers() {
        double near = 0;
        double far = 0;
        for (int i = 0; i < 50; i++) {
            float[] one = words("mild tea of hill " + i + " in red tins of tin" + i);
            near += cosine(one, words("mild tea of hill " + i + " in blue tins of tin" + i));
            far += cosine(one, words("sharp knife number " + i + " for wood" + i));
        }
        assertThat(near / 50).isGreaterThan(0.6);
        assertThat(far / 50).isBetween(-0.3, 0.4);
    }

    private static float[] of(String brand, String category, String text, String place) {
        return StaticCovariates.of(StaticCovariates.listed(brand, category), words(text), place);
    }

    private static float[] words(String text) {
        float[] vector = ItemLook.words(text);
        int[] places = IntStream.range(0, vector.length).filter(i -> vector[i] != 0).toArray();
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = vector[places[i]];
        }
        return StaticCovariates.words(places, values);
    }

    private static double length(float[] values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += values[i] * values[i];
        }
        return Math.sqrt(squares);
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product / length(one, 0, one.length) / length(other, 0, other.length);
    }
}
