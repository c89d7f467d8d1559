package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Customers stay with a category, and do not care for brands; songs are alike where their beat is.
 */
class ContentWeightsTest {

    private static final int ITEMS = 60;

    @Test
    void whatTellsTheNextItemCountsAndWhatDoesNotCountsLittle() {
        ContentWeights weights = ContentWeights.learn(items(), histories(), 7);
        assertThat(weights.category()).isGreaterThan(2);
        assertThat(weights.brand()).isLessThan(0.5);
        assertThat(weights.vectors()).containsOnlyKeys("beat");
        double sum =
                weights.brand()
                        + weights.category()
                        + weights.words()
                        + weights.vectors().get("beat");
        assertThat(sum).as("1 on average").isCloseTo(4, within(1e-9));
        assertThat(ContentWeights.learn(items(), histories(), 7)).isEqualTo(weights);
    }

    @Test
    void whereNothingIsToLearnAllCountTheSame() {
        assertThat(ContentWeights.learn(items(), List.of(), 7))
                .isEqualTo(new ContentWeights(1, 1, 1, Map.of("beat", 1.0)));
        assertThat(ContentWeights.EQUAL.of("anything")).isEqualTo(1);
    }

    @Test
    void weighsTheCosineOfWhatIsKnown() {
        List<DescribedItem> two =
                List.of(
                        new DescribedItem("nord", "lamps", List.of(), Map.of()),
                        new DescribedItem("nord", "pots", List.of(), Map.of()));
        assertThat(cosine(DescribedItem.vectors(two, ContentWeights.EQUAL)))
                .isCloseTo(0.5 + 0.5 * chance(), within(1e-6));
        assertThat(cosine(DescribedItem.vectors(two, new ContentWeights(3, 1, 1, Map.of()))))
                .isCloseTo(0.75 + 0.25 * chance(), within(1e-6));
        assertThat(cosine(DescribedItem.vectors(two, new ContentWeights(1, 0, 1, Map.of()))))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void isDrawnTowardsEqualWeights() {
        ContentWeights weights = new ContentWeights(0, 3, 1, Map.of("beat", 0.5));
        assertThat(weights.kept(0.5))
                .isEqualTo(new ContentWeights(0.5, 2, 1, Map.of("beat", 0.75)));
        assertThat(weights.kept(1)).isEqualTo(weights);
    }

    @Test
    void refusesWhatIsNoWeight() {
        assertThatThrownBy(() -> new ContentWeights(1, -1, 1, Map.of()))
                .hasMessage(
                        "The weight (-1.0) of the modality (category) must be 0 or more, and finite.");
        assertThatThrownBy(() -> new ContentWeights(1, 1, 1, Map.of("image", Double.NaN)))
                .hasMessageContaining("(NaN) of the modality (image)");
    }

    /** Cosine of the signs of two names that are not the same. */
    private static double chance() {
        List<DescribedItem> two =
                List.of(
                        new DescribedItem("", "lamps", List.of(), Map.of()),
                        new DescribedItem("", "pots", List.of(), Map.of()));
        return cosine(DescribedItem.vectors(two, ContentWeights.EQUAL));
    }

    private static double cosine(float[][] two) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < two[0].length; i++) {
            product += two[0][i] * two[1][i];
            one += two[0][i] * two[0][i];
            other += two[1][i] * two[1][i];
        }
        return product / Math.sqrt(one * other);
    }

    private static List<DescribedItem> items() {
        SplittableRandom random = new SplittableRandom(4);
        List<DescribedItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(
                    new DescribedItem(
                            "brand" + random.nextInt(6),
                            "category" + i % 6,
                            List.of("word" + random.nextInt(20)),
                            Map.of("beat", new float[] {(float) random.nextDouble(), 1})));
        }
        return items;
    }

    private static List<int[]> histories() {
        SplittableRandom random = new SplittableRandom(5);
        List<int[]> histories = new ArrayList<>();
        for (int user = 0; user < 300; user++) {
            int category = random.nextInt(6);
            histories.add(random.ints(8, 0, ITEMS / 6).map(n -> 6 * n + category).toArray());
        }
        return histories;
    }
}
