package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreChangeTest {

    private static final double[] HALVES = {0.5, 0.5};

    @Test
    void tellsTheMixFromWhatHappenedInsideTheGroups() {
        // Simpson: both groups rise, the whole falls, since the worse group grew.
        ScoreChange change =
                ScoreChange.of(
                        new double[] {1},
                        List.of(group("books", 80, 0.9), group("toys", 20, 0.5)),
                        new double[] {1},
                        List.of(group("books", 20, 0.92), group("toys", 80, 0.52)));

        assertThat(change.change()).isCloseTo(0.6 - 0.82, within(1e-12));
        assertThat(change.levels()[0]).isCloseTo(0.02, within(1e-12));
        // 60 % moved from books (mean 0.91) to toys (mean 0.51), against the mean of 0.71.
        assertThat(change.mix())
                .extracting(ScoreChange.MixPart::group)
                .containsExactly("books", "toys");
        assertThat(change.mix().get(0).amount()).isCloseTo(-0.6 * 0.2, within(1e-12));
        assertThat(change.mix().get(1).amount()).isCloseTo(0.6 * -0.2, within(1e-12));
        assertThat(change.weighting()).isZero();
        assertThat(change.cause(List.of("rating"))).startsWith("mix:");
        addsUp(change);
    }

    @Test
    void anIndicatorThatBecomesKnownIsWeightingAndNotALevel() {
        ScoreChange change =
                ScoreChange.of(
                        HALVES, new double[] {0.8, Double.NaN}, HALVES, new double[] {0.8, 0.4});

        assertThat(change.levels()).containsExactly(0, 0);
        assertThat(change.weighting()).isCloseTo(-0.2, within(1e-12));
        assertThat(change.cause(List.of("a", "b"))).isEqualTo("weighting");
        addsUp(change);
    }

    @Test
    void aGroupThatAppearsIsMix() {
        ScoreChange change =
                ScoreChange.of(
                        HALVES,
                        List.of(group("old", 1, 0.8, 0.8)),
                        HALVES,
                        List.of(group("old", 1, 0.8, 0.8), group("new", 1, 0.2, 0.4)));

        assertThat(change.levels()).containsExactly(0, 0);
        assertThat(change.mixed()).isCloseTo(-0.25, within(1e-12));
        addsUp(change);
    }

    @Test
    void partsAddUpWhateverIsMissing() {
        Random random = new Random(21);
        for (int turn = 0; turn < 500; turn++) {
            ScoreChange change =
                    ScoreChange.of(
                            weights(random), groups(random), weights(random), groups(random));

            addsUp(change);
        }
    }

    @Test
    void isTheSameBackwards() {
        Random random = new Random(22);
        double[] first = weights(random);
        double[] second = weights(random);
        List<GroupScore> before = groups(random);
        List<GroupScore> after = groups(random);

        ScoreChange forward = ScoreChange.of(first, before, second, after);
        ScoreChange back = ScoreChange.of(second, after, first, before);

        assertThat(back.weighting()).isCloseTo(-forward.weighting(), within(1e-12));
        assertThat(back.mixed()).isCloseTo(-forward.mixed(), within(1e-12));
    }

    @Test
    void refusesATimeWithoutAScore() {
        assertThatThrownBy(
                        () ->
                                ScoreChange.of(
                                        HALVES,
                                        List.of(group("a", 0, 1, 1)),
                                        HALVES,
                                        List.of(group("a", 1, 1, 1))))
                .hasMessage(
                        "No group of [a] has a score before.\nMaybe every indicator is missing or has weight 0.");
        assertThatThrownBy(() -> group("a", -1, 1))
                .hasMessageStartingWith("The share (-1.0) of group (a) must be 0 or more.");
    }

    private static void addsUp(ScoreChange change) {
        double parts = Arrays.stream(change.levels()).sum() + change.mixed() + change.weighting();
        assertThat(parts).isCloseTo(change.change(), within(1e-12));
    }

    private static double[] weights(Random random) {
        double[] weights = random.doubles(4).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    private static List<GroupScore> groups(Random random) {
        List<GroupScore> groups = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            double[] values =
                    random.doubles(4).map(v -> random.nextInt(4) == 0 ? Double.NaN : v).toArray();
            groups.add(new GroupScore(name, random.nextInt(4), values));
        }
        groups.add(group("sure", 1, 0.5, 0.5, 0.5, 0.5));
        return groups;
    }

    private static GroupScore group(String name, double share, double... indicators) {
        return new GroupScore(name, share, indicators);
    }
}
