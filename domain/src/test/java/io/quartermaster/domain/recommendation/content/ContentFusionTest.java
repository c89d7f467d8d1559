package io.quartermaster.domain.recommendation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentFusionTest {

    private static final int ITEMS = 120;
    private static final int KINDS = 6;

    /** What all items have says nothing: log(3 / 3) is 0. */
    @Test
    void termsCountByHowRareTheyAre() {
        Modality terms =
                TermModality.of(
                        "words", List.of(List.of("toy", "car"), List.of("toy", "doll")), 512);
        assertThat(terms.cosine(0, 1)).isZero();
        assertThat(terms.cosine(0, 0)).isCloseTo(1, within(1e-6));
    }

    /** By hand: a twice counts (1 + log 2) log(4/3), b, which one of three items has, log 2. */
    @Test
    void cosineOfTermsIsThatByHand() {
        Modality terms =
                TermModality.of(
                        "words", List.of(List.of("a", "a", "b"), List.of("a"), List.of("c")), 4096);
        double a = (1 + Math.log(2)) * Math.log(4.0 / 3);
        double b = Math.log(2);
        assertThat(terms.cosine(0, 1)).isCloseTo(a / Math.hypot(a, b), within(1e-6));
        assertThat(terms.cosine(0, 2)).isZero();
    }

    @Test
    void innerProductOfFusedVectorsIsTheWeightedSumOfCosines() {
        Modality one = modality("one", new float[][] {{3, 4}, {0, 2}, null});
        Modality other = modality("other", new float[][] {{1, 0, 0}, {1, 1, 0}, {0, 0, 5}});
        ContentFusion fusion = new ContentFusion(List.of(one, other), new double[] {0.25, 0.75});
        float[][] vectors = fusion.vectors();
        assertThat(fusion.alike(0, 1)).isCloseTo(0.25 * 0.8 + 0.75 / Math.sqrt(2), within(1e-6));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int d = 0; d < 5; d++) {
                    product += vectors[i][d] * vectors[j][d];
                }
                assertThat(product).isCloseTo(fusion.alike(i, j), within(1e-6));
            }
        }
        assertThat(fusion.told()).isEqualTo("one 0.25, other 0.75");
    }

    /** Pictures tell the kind of an item, sounds nothing: the weight goes to the pictures. */
    @Test
    void learnsWhichModalityTellsWhatIsChosenTogether() {
        Modality pictures = modality("pictures", kinds(new SplittableRandom(1), 0.3));
        Modality sounds = modality("sounds", kinds(new SplittableRandom(2), 5));
        double[] weights =
                ContentFusion.learn(List.of(sounds, pictures), Optional.empty(), histories(300), 5)
                        .weights();
        assertThat(weights[1]).isGreaterThan(0.9);
        assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-12));
    }

    /** Items of a kind share no term, but are chosen together: the code learns that. */
    @Test
    void codeLearnsTermsThatMeanTheSame() {
        List<List<String>> terms = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            terms.add(List.of("t" + item % KINDS + "_" + item / KINDS % 4, "x" + item % 7));
        }
        Modality words = TermModality.of("words", terms, 256);
        ContentFusion fusion =
                ContentFusion.learn(List.of(words), Optional.of(words), histories(600), 5);
        Modality code = fusion.modalities().get(1);
        double alike = 0;
        double others = 0;
        int pairs = ITEMS - KINDS;
        for (int item = 0; item < pairs; item++) {
            alike += code.cosine(item, item + KINDS) / pairs;
            others += code.cosine(item, item + 1) / pairs;
        }
        assertThat(words.cosine(0, KINDS)).isCloseTo(0, within(0.2));
        assertThat(alike).isGreaterThan(others + 0.4);
        assertThat(code.name()).isEqualTo(ContentFusion.CODE);
    }

    /** The loss that the code is trained by, written anew here, falls from epoch to epoch. */
    @Test
    void trainingMakesTheLossSmall() {
        Modality pictures = modality("pictures", kinds(new SplittableRandom(1), 0.8));
        ItemPairs pairs = ItemPairs.of(histories(10), 64, 3);
        double before = Double.POSITIVE_INFINITY;
        for (int epochs = 0; epochs <= 20; epochs += 5) {
            Modality code = TermEncoder.encode("code", pictures, pairs, 16, epochs, 3);
            double loss = 0;
            for (int[] pair : pairs.chosen()) {
                double sum = 0;
                for (int[] other : pairs.chosen()) {
                    sum += Math.exp(code.cosine(pair[0], other[1]) / 0.1);
                }
                loss += Math.log(sum) - code.cosine(pair[0], pair[1]) / 0.1;
            }
            assertThat(loss).as("after %d epochs", epochs).isLessThan(before);
            before = loss;
        }
    }

    /** Four pictures of 600 numbers each are more than a kernel takes. */
    @Test
    void longVectorsAreProjectedUntilTheyFit() {
        List<Modality> given = new ArrayList<>();
        for (int m = 0; m < 4; m++) {
            SplittableRandom random = new SplittableRandom(m);
            float[][] rows = new float[30][600];
            for (float[] row : rows) {
                for (int d = 0; d < row.length; d++) {
                    row[d] = (float) (random.nextDouble() - 0.3);
                }
            }
            given.add(modality("m" + m, rows));
        }
        ContentFusion fusion = ContentFusion.learn(given, Optional.empty(), List.of(), 1);
        assertThat(fusion.vectors()[0]).hasSize(1024);
        assertThat(fusion.modalities().get(2).cosine(3, 4))
                .isCloseTo(given.get(2).cosine(3, 4), within(0.2));
    }

    /** Without pairs the code is a random projection: it keeps cosines roughly as they are. */
    @Test
    void codeWithoutPairsKeepsCosines() {
        Modality pictures = modality("pictures", kinds(new SplittableRandom(1), 0.8));
        Modality code =
                TermEncoder.encode("code", pictures, ItemPairs.of(List.of(), 9, 1), 256, 1, 3);
        for (int item = 0; item < ITEMS - 1; item++) {
            assertThat(code.cosine(item, item + 1))
                    .isCloseTo(pictures.cosine(item, item + 1), within(0.25));
        }
    }

    @Test
    void sameHistoriesAndSeedGiveTheSameBits() {
        Modality pictures = modality("pictures", kinds(new SplittableRandom(1), 0.3));
        float[][] first =
                ContentFusion.learn(List.of(pictures), Optional.of(pictures), histories(50), 5)
                        .vectors();
        float[][] again =
                ContentFusion.learn(List.of(pictures), Optional.of(pictures), histories(50), 5)
                        .vectors();
        assertThat(again).isDeepEqualTo(first);
    }

    @Test
    void withoutHistoriesModalitiesCountAlike() {
        Modality one = modality("one", kinds(new SplittableRandom(1), 1));
        Modality other = modality("other", kinds(new SplittableRandom(2), 1));
        assertThat(
                        ContentFusion.learn(List.of(one, other), Optional.empty(), List.of(), 1)
                                .weights())
                .containsExactly(0.5, 0.5);
    }

    @Test
    void namesTheItemWhoseVectorDoesNotFit() {
        List<String> names = List.of("A", "B");
        assertThatThrownBy(() -> Modality.of("image", names, new float[][] {{1, 2}, {1}}))
                .hasMessageContaining("(image) of item (B) has 1 numbers, others have 2");
        assertThatThrownBy(() -> Modality.of("image", names, new float[][] {{1}, {Float.NaN}}))
                .hasMessageContaining("item (B) holds the number (NaN)");
        Modality zero = Modality.of("image", names, new float[][] {{0, 0}, {1, 1}});
        assertThat(zero.vectors()[0]).isNull();
        assertThat(zero.seen()).isEqualTo(1);
    }

    private static Modality modality(String name, float[][] rows) {
        return Modality.of(name, Arrays.stream(rows).map(row -> "item").toList(), rows);
    }

    /** A direction a kind, with noise. */
    private static float[][] kinds(SplittableRandom random, double noise) {
        float[][] rows = new float[ITEMS][KINDS];
        for (int item = 0; item < ITEMS; item++) {
            for (int d = 0; d < KINDS; d++) {
                double own = d == item % KINDS ? 1 : 0;
                rows[item][d] = (float) (own + noise * (2 * random.nextDouble() - 1));
            }
        }
        return rows;
    }

    /** Customers who stay with a kind. */
    private static List<int[]> histories(int customers) {
        SplittableRandom random = new SplittableRandom(9);
        List<int[]> histories = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int kind = random.nextInt(KINDS);
            histories.add(random.ints(8, 0, ITEMS / KINDS).map(i -> i * KINDS + kind).toArray());
        }
        return histories;
    }
}
