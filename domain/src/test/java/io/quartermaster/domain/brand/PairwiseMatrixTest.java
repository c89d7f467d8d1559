package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairwiseMatrixTest {

    /** Saaty, How to make a decision (1990): buying a house, eight criteria. */
    private static final double[][] HOUSE = {
        {1, 5, 3, 7, 6, 6, 1 / 3.0, 1 / 4.0},
        {1 / 5.0, 1, 1 / 3.0, 5, 3, 3, 1 / 5.0, 1 / 7.0},
        {1 / 3.0, 3, 1, 6, 3, 4, 6, 1 / 5.0},
        {1 / 7.0, 1 / 5.0, 1 / 6.0, 1, 1 / 3.0, 1 / 4.0, 1 / 7.0, 1 / 8.0},
        {1 / 6.0, 1 / 3.0, 1 / 3.0, 3, 1, 1 / 2.0, 1 / 5.0, 1 / 6.0},
        {1 / 6.0, 1 / 3.0, 1 / 4.0, 4, 2, 1, 1 / 5.0, 1 / 6.0},
        {3, 5, 1 / 6.0, 7, 5, 5, 1, 1 / 2.0},
        {4, 7, 5, 8, 6, 6, 2, 1}
    };

    @Test
    void weighsSaatysHouseAsPublished() {
        Priorities priorities = PairwiseMatrix.of("house", names(8), HOUSE).priorities();

        assertThat(priorities.weights())
                .containsExactly(
                        new double[] {.173, .054, .188, .018, .031, .036, .167, .333},
                        within(.0006));
        assertThat(priorities.lambdaMax()).isCloseTo(9.669, within(.001));
        assertThat(priorities.consistencyRatio()).isCloseTo(.169, within(.0005));
        assertThat(priorities.consistent()).isFalse();
    }

    @Test
    void namesTheJudgementThatDepartsMost() {
        Priorities.WorstPair worst =
                PairwiseMatrix.of("house", names(8), HOUSE).priorities().worst();

        assertThat(worst.first()).isEqualTo("c");
        assertThat(worst.second()).isEqualTo("g");
        assertThat(worst.judged()).isEqualTo(6);
        assertThat(worst.implied()).isCloseTo(.188 / .167, within(.01));
    }

    @Test
    void findsWeightsOfConsistentJudgementsExactly() {
        double[][] matrix = {{1, 2, 6}, {0.5, 1, 3}, {1 / 6.0, 1 / 3.0, 1}};

        Priorities priorities = PairwiseMatrix.of("goal", names(3), matrix).priorities();

        assertThat(priorities.weights())
                .containsExactly(new double[] {0.6, 0.3, 0.1}, within(1e-12));
        assertThat(priorities.consistencyRatio()).isCloseTo(0, within(1e-12));
    }

    /** Bozoki, Fulop and Ronyai (2010): an incomplete matrix of four. */
    @Test
    void completesAnIncompleteMatrixAsPublished() {
        Map<String, Double> pairs =
                Map.of("a|b", 1.0, "a|c", 5.0, "a|d", 2.0, "b|c", 3.0, "b|d", 4.0);

        Priorities priorities = PairwiseMatrix.of("goal", names(4), pairs).priorities();

        assertThat(priorities.weights())
                .containsExactly(new double[] {.3738, .3920, .0985, .1357}, within(.00006));
    }

    /**
     * 1-3-5: the principal eigenvalue is 3.0385; random matrices of three have 3.9584 in the mean.
     */
    @Test
    void judgesConsistencyBySaatyAndByAlonsoAndLamata() {
        double[][] matrix = {{1, 3, 5}, {1 / 3.0, 1, 3}, {1 / 5.0, 1 / 3.0, 1}};

        Priorities priorities = PairwiseMatrix.of("goal", names(3), matrix).priorities();

        assertThat(priorities.consistencyRatio()).isCloseTo(0.0385 / 2 / 0.58, within(1e-4));
        assertThat(priorities.alonsoLamataRatio()).isCloseTo(0.0385 / 0.9584, within(1e-4));
    }

    @Test
    void namesTheJudgementToMendAndItsValue() {
        Map<String, Double> spoilt =
                Map.of("a|b", 2.0, "a|c", 6.0, "a|d", 8.0, "b|c", 3.0, "b|d", 4.0, "c|d", 0.2);

        Mending mending = PairwiseMatrix.of("goal", names(4), spoilt).mending().orElseThrow();

        assertThat(mending.first() + mending.second()).isEqualTo("cd");
        assertThat(mending.judged()).isEqualTo(0.2);
        assertThat(mending.value()).isCloseTo(4.0 / 3, within(1e-6));
        assertThat(mending.consistencyRatio()).isCloseTo(0, within(1e-9));
    }

    @Test
    void hasNothingToMendInTwo() {
        assertThat(PairwiseMatrix.of("goal", names(2), Map.of("a|b", 9.0)).mending()).isEmpty();
    }

    @Test
    void weighsFiftyThings() {
        double[][] matrix = new double[50][50];
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < 50; j++) {
                matrix[i][j] = (j + 1.0) / (i + 1.0);
            }
        }
        List<String> many = IntStream.range(0, 50).mapToObj(i -> "n" + i).toList();

        Priorities priorities = PairwiseMatrix.of("goal", many, matrix).priorities();

        assertThat(priorities.weights()[0] / priorities.weights()[49]).isCloseTo(50, within(1e-9));
        assertThat(priorities.consistencyRatio()).isCloseTo(0, within(1e-9));
    }

    @Test
    void refusesWhatIsNotAPairwiseMatrix() {
        assertThatThrownBy(() -> PairwiseMatrix.of("goal", names(3), new double[][] {{1, 2}}))
                .hasMessage(
                        "The matrix of (goal) has 1 rows, not 3.\nMaybe one row and one column for each name.");
        assertThatThrownBy(
                        () -> PairwiseMatrix.of("goal", names(2), new double[][] {{1, -2}, {3, 1}}))
                .hasMessage(
                        "The judgement (-2.0) of (a) against (b) in (goal) must be positive.\nMaybe 1/9 to 9 on Saaty's scale.");
        assertThatThrownBy(
                        () -> PairwiseMatrix.of("goal", names(2), new double[][] {{1, 2}, {2, 1}}))
                .hasMessage(
                        "The judgements of (a) against (b) in (goal), 2.0 and 2.0, must be reciprocal.\nMaybe write 2.0 as 1/2.0, or give \"pairs\".");
        assertThatThrownBy(() -> PairwiseMatrix.of("goal", names(3), Map.of("a|b", 3.0)))
                .hasMessage(
                        "The judgements of (goal) do not join (a) with (c).\nMaybe add the pair \"a|c\".");
        assertThatThrownBy(() -> PairwiseMatrix.of("goal", names(2), Map.of("a|x", 3.0)))
                .hasMessage(
                        "The pair (a|x) of (goal) must name two of [a, b] with a bar between.\nMaybe \"a|b\".");
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> String.valueOf((char) ('a' + i))).toList();
    }
}
