package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierEvaluationTest {

    /** a: 2 of 3 found and 2 answers, F1 4/5; b: 1 of 1 and 2 answers, F1 2/3; mean 11/15. */
    @Test
    void measuresAsWorkedOutByHand() {
        ClassifierEvaluation evaluation =
                ClassifierEvaluation.of(
                        List.of("a", "a", "a", "b"),
                        List.of(said("a", 1), said("a", 1), said("b", 0.55), said("b", 0.85)));

        assertThat(evaluation.texts()).isEqualTo(4);
        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.macroF1()).isCloseTo(11.0 / 15, within(1e-12));
        assertThat(evaluation.calibrationError()).isCloseTo((0.55 + 0.15) / 4, within(1e-12));
        assertThat(evaluation.confused()).containsExactly(new ConfusedPair("a", "b", 1));
    }

    @Test
    void putsTheWorstPairFirstAndCountsWhatWasNotJudgedAsWrong() {
        ClassifierEvaluation evaluation =
                ClassifierEvaluation.of(
                        List.of("a", "b", "b"),
                        List.of(Classification.impossible("why"), said("a", 1), said("a", 1)));

        assertThat(evaluation.accuracy()).isZero();
        assertThat(evaluation.macroF1()).isZero();
        assertThat(evaluation.confused())
                .containsExactly(new ConfusedPair("b", "a", 2), new ConfusedPair("a", "", 1));
    }

    private static Classification said(String label, double confidence) {
        return new Classification(label, confidence, "");
    }
}
