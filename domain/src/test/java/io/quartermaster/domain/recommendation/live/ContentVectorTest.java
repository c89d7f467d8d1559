package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.recommendation.live.ContentVector.TextVector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentVectorTest {

    /** One part of three is alike: brand, category or words. */
    @Test
    void eachPartCountsTheSame() {
        TextVector lamp = text("brass", "lamp");
        TextVector kettle = text("steel", "kettle");
        float[] one = of("Alder", "lighting", lamp);
        assertThat(one).hasSize(ContentVector.DIMENSIONS);
        assertThat(cosine(one, of("Alder", "lighting", lamp))).isCloseTo(1, within(1e-6));
        assertThat(cosine(one, of("Alder", "kitchen", kettle))).isCloseTo(1 / 3.0, within(0.15));
        assertThat(cosine(one, of("Birch", "kitchen", lamp))).isCloseTo(1 / 3.0, within(0.15));
    }

    @Test
    void aRareWordCountsMoreThanACommonOne() {
        TextVector text =
                ContentVector.text(
                        List.of("the", "samovar"), 900, word -> word.equals("the") ? 899 : 1);
        double common = Math.log(1000 / 900.0);
        double rare = Math.log(1000 / 2.0);
        double norm = Math.hypot(common, rare);
        assertThat(List.of(Math.abs(text.values()[0]), Math.abs(text.values()[1])))
                .containsExactlyInAnyOrder((float) (common / norm), (float) (rare / norm));
    }

    @Test
    void vectorsOfAModalityStayAsAlikeAsTheyAreAndOthersAreNot() {
        float[] one = ContentVector.given("image", new float[] {0.6f, 0.8f, 0});
        float[] near = ContentVector.given("image", new float[] {0.8f, 0.6f, 0});
        float[] far = ContentVector.given("image", new float[] {0, 0, 1});
        assertThat(cosine(one, one)).isCloseTo(1, within(1e-6));
        assertThat(cosine(one, near)).isCloseTo(0.96, within(0.05));
        assertThat(cosine(one, far)).isCloseTo(0, within(0.25));
        assertThat(cosine(one, ContentVector.given("sound", new float[] {0.6f, 0.8f, 0})))
                .isCloseTo(0, within(0.25));
        assertThat(cosine(one, ContentVector.given("image", new float[] {0.6f, 0.8f})))
                .isCloseTo(0, within(0.25));
        float[] all = of("", "", text(), one);
        assertThat(cosine(all, of("", "", text(), near)))
                .isCloseTo(cosine(one, near), within(1e-6));
    }

    @Test
    void whatIsNotKnownIsZero() {
        assertThat(text().places()).isEmpty();
        assertThat(of("", "", text())).containsOnly(0f);
    }

    private static float[] of(String brand, String category, TextVector text, float[]... images) {
        String[] modalities = new String[images.length];
        Arrays.fill(modalities, "image");
        return ContentVector.of(ContentWeights.EQUAL, brand, category, text, modalities, images);
    }

    private static TextVector text(String... words) {
        return ContentVector.text(List.of(words), 2, word -> 1);
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            left += one[i] * one[i];
            right += other[i] * other[i];
        }
        return dot / Math.sqrt(left * right);
    }
}
