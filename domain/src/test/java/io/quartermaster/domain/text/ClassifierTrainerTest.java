package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTrainerTest {

    /** By hand: {@code min w^2 / 2 + 2 C (1 - w)^2} is at w = 4 C / (1 + 4 C), with b = 0. */
    @Test
    void findsThePlaneWorkedOutByHand() {
        SparseVector[] vectors = {vector(1), vector(-1)};

        LinearScorer planes = SupportVectorTrainer.train(vectors, new int[] {0, 1}, 2, 1, 1, 7);

        assertThat(planes.weights()[0][0]).isCloseTo(0.8f, within(1e-3f));
        assertThat(planes.bias()[0]).isCloseTo(0, within(1e-3f));
        assertThat(planes.scores(vector(2))[1]).isCloseTo(-1.6f, within(2e-3f));
    }

    /** "red" and "tea" are one label, both together and neither another: no plane can tell. */
    @Test
    void learnsWhatNoPlaneCanTell() {
        LabelledTexts data = Toys.eitherOr(20);

        assertThat(accuracy(data, Toys.settings(ClassifierMethod.NETWORK))).isEqualTo(1);
        assertThat(accuracy(data, Toys.settings(ClassifierMethod.LINEAR))).isLessThan(1);
    }

    @Test
    void learnsLabelsByTheirWords() {
        for (ClassifierMethod method : ClassifierMethod.values()) {
            TrainedClassifier trained = Toys.trained(method);
            Classification answer = trained.classifier().classify("Where is my parcel today?");
            assertThat(answer.label()).isEqualTo("delivery");
            assertThat(answer.confidence()).isBetween(0.5, 1.0);
            assertThat(answer.problem()).isEmpty();
            assertThat(trained.heldOut().accuracy()).isEqualTo(1);
            assertThat(trained.classifier().probabilities("parcel")).hasSize(3);
        }
    }

    @Test
    void givesTheSameAnswersToTheSameSeed() {
        for (ClassifierMethod method : ClassifierMethod.values()) {
            double[] once = Toys.trained(method).classifier().probabilities("refund my parcel");
            double[] again = Toys.trained(method).classifier().probabilities("refund my parcel");
            assertThat(once).isEqualTo(again);
        }
    }

    @Test
    void judgesEachTextByWhatLearnedFromTheOthers() {
        CrossValidation validation =
                CrossValidation.of(Toys.complaints(), Toys.settings(ClassifierMethod.LINEAR), 3);
        assertThat(validation.all().texts()).isEqualTo(30);
        assertThat(validation.accuracies()).hasSize(3);
        assertThat(validation.all().accuracy())
                .isCloseTo(
                        validation.accuracies().stream().mapToDouble(a -> a).average().orElse(0),
                        within(0.02));
        assertThat(validation.all().accuracy()).isGreaterThan(0.9);
    }

    @Test
    void leavesOutTextsThatCannotBeRead() {
        LabelledTexts data =
                new LabelledTexts(List.of("late", "", "😡", "torn"), List.of("a", "a", "b", "b"));
        assertThat(data.readable().texts()).containsExactly("late", "torn");
    }

    /**
     * Three of four are right at a distance of 1, a sixth of each in doubt: (3 * 5/6 + 1/6) / 4 is
     * 2/3, so exp(1 / T) = 2.
     */
    @Test
    void setsTheConfidenceByWhatWasRight() {
        float[][] scores = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};
        assertThat(Temperature.of(scores, new int[] {0, 0, 0, 1}))
                .isCloseTo(1 / Math.log(2), within(1e-6));
        assertThat(Temperature.of(new float[0][], new int[0])).isEqualTo(1);
    }

    @Test
    void refusesTextsThatTeachNothing() {
        ClassifierTrainer trainer = new ClassifierTrainer(ClassifierSettings.STANDARD);
        assertThatThrownBy(
                        () ->
                                trainer.train(
                                        new LabelledTexts(List.of("a", "b"), List.of("x", "x"))))
                .hasMessage(
                        "The texts bear one label only (x).\nMaybe another column holds the labels.");
        assertThatThrownBy(
                        () ->
                                trainer.train(
                                        new LabelledTexts(
                                                List.of("a", "b", "c"), List.of("x", "x", "y"))))
                .hasMessageStartingWith("The label (y) stands at one text only.\nMaybe");
        ClassifierTrainer strict =
                new ClassifierTrainer(
                        ClassifierSettings.STANDARD.with(new GramSettings(1, 1, 0, 5)));
        assertThatThrownBy(
                        () ->
                                strict.train(
                                        new LabelledTexts(
                                                List.of("a", "b", "a", "b"),
                                                List.of("x", "x", "y", "y"))))
                .hasMessage("No term stands in 5 texts or more.\nMaybe --min-texts 1.");
    }

    @Test
    void dealsEachLabelEvenlyIntoFolds() {
        int[] labels = new int[50];
        for (int i = 40; i < 50; i++) {
            labels[i] = 1;
        }
        int[] folds = StratifiedFolds.of(labels, 5, 1);
        int[] first = new int[5];
        int[] second = new int[5];
        for (int i = 0; i < 50; i++) {
            (labels[i] == 0 ? first : second)[folds[i]]++;
        }
        assertThat(first).containsOnly(8);
        assertThat(second).containsOnly(2);
        assertThatThrownBy(() -> StratifiedFolds.of(labels, 1, 1))
                .hasMessage(
                        "The number of folds (1) must be 2 to 50, the number of texts.\nMaybe 5.");
    }

    private static SparseVector vector(float value) {
        return new SparseVector(new int[] {0}, new float[] {value});
    }

    private static double accuracy(LabelledTexts data, ClassifierSettings settings) {
        List<Classification> answers = new ArrayList<>();
        TextClassifier classifier = new ClassifierTrainer(settings).train(data).classifier();
        data.texts().forEach(text -> answers.add(classifier.classify(text)));
        return ClassifierEvaluation.of(data.labels(), answers).accuracy();
    }
}
