package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.satisfaction.factor.Covariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SatisfactionPanelTest {

    private static final SatisfactionScoring SCORING =
            new SatisfactionScoring(SatisfactionRules.standard());

    private record Row(double[] indicators, double[] sums) {}

    @Test
    void weightsAndPriorsOfTheStateEqualTheBatchAnswerOfTheLastRows() {
        Map<String, Row> last = new HashMap<>();
        SatisfactionPanel panel = played(5_000, last);
        List<double[]> rows = new ArrayList<>();
        last.values().forEach(row -> rows.add(row.indicators));

        int[] columns = panel.columns();
        List<double[]> whole = new ArrayList<>();
        for (double[] row : rows) {
            double[] some = Arrays.stream(columns).mapToDouble(i -> row[i]).toArray();
            if (Arrays.stream(some).noneMatch(Double::isNaN)) {
                whole.add(some);
            }
        }
        double[][] batch = Covariance.of(columns.length, whole).matrix();
        for (int i = 0; i < columns.length; i++) {
            assertThat(panel.covariance().matrix()[i]).containsExactly(batch[i], within(1e-9));
        }
        List<String> names =
                Arrays.stream(columns)
                        .mapToObj(i -> SatisfactionIndicator.values()[i].label())
                        .toList();
        double[] expected =
                FactorWeights.of(names, whole.toArray(double[][]::new), FactorSettings.standard())
                        .weights();
        double[] found = WeightReview.of(panel, terms(WeightMethod.FACTOR), none()).weights();
        for (int j = 0; j < columns.length; j++) {
            assertThat(found[columns[j]]).isCloseTo(expected[j], within(1e-9));
        }
        assertThat(panel.entropy().weights())
                .containsExactly(
                        IndicatorWeights.entropy(rows.toArray(double[][]::new)), within(1e-9));
        priorsEqual(panel, last);
    }

    private static void priorsEqual(SatisfactionPanel panel, Map<String, Row> last) {
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            BetaPrior batch =
                    BetaPrior.of(
                            last.values().stream()
                                    .mapToDouble(row -> indicator.events(row.sums))
                                    .toArray(),
                            last.values().stream()
                                    .mapToDouble(row -> indicator.trials(row.sums))
                                    .toArray());
            BetaPrior kept = panel.moments().prior(indicator.index());
            assertThat(kept.mean()).isCloseTo(batch.mean(), within(1e-9));
            assertThat(kept.strength())
                    .isCloseTo(batch.strength(), within(1e-6 * (1 + batch.strength())));
        }
    }

    @Test
    void theGivenWeightsHoldWhileThereAreTooFew() {
        SatisfactionPanel panel = played(20, new HashMap<>());

        WeightReview review = WeightReview.of(panel, terms(WeightMethod.FACTOR), none());

        assertThat(review.method()).isEqualTo(WeightMethod.GIVEN);
        assertThat(review.weights()).isEqualTo(SatisfactionRules.standard().weights());
        assertThat(review.note()).contains("of 30 asked for; the given weights hold");
        assertThat(WeightReview.of(panel, terms(WeightMethod.ENTROPY), none()).method())
                .isEqualTo(WeightMethod.GIVEN);
        assertThat(WeightReview.of(panel, terms(WeightMethod.GIVEN), none()).note()).isEmpty();
    }

    @Test
    void alarmsWhenLoadingsDrift() {
        SatisfactionPanel panel = played(5_000, new HashMap<>());
        WeightReview first = WeightReview.of(panel, terms(WeightMethod.FACTOR), none());

        WeightReview again = WeightReview.of(panel, terms(WeightMethod.FACTOR), first.loadings());
        double[][] other = first.loadings().clone();
        // What loaded on the factor no longer does, and the other way round.
        for (int i = 0; i < other.length; i++) {
            other[i] = Arrays.stream(other[i]).map(l -> 0.9 - Math.abs(l)).toArray();
        }
        WeightReview drifted = WeightReview.of(panel, terms(WeightMethod.FACTOR), other);

        assertThat(first.congruence()).isEqualTo(1);
        assertThat(again.congruence()).isCloseTo(1, within(1e-12));
        assertThat(again.alarm()).isFalse();
        assertThat(drifted.congruence()).isLessThan(0.85);
        assertThat(drifted.alarm()).isTrue();
    }

    private static WeightReview.Terms terms(WeightMethod method) {
        return new WeightReview.Terms(
                method,
                SatisfactionRules.standard().weights(),
                FactorSettings.standard(),
                30,
                0.85);
    }

    private static double[][] none() {
        return new double[0][];
    }

    /** Turns in which one of 60 entities gets a new row; a common mood moves its rates. */
    private static SatisfactionPanel played(int turns, Map<String, Row> last) {
        Random random = new Random(17);
        SatisfactionPanel panel = SatisfactionPanel.empty();
        for (int turn = 0; turn < turns; turn++) {
            String entity = "e" + random.nextInt(turns < 100 ? 5 : 60);
            double[] sums = sums(random);
            double[] indicators = SCORING.indicators(sums, SatisfactionScoring.noPriors());
            Row before = last.get(entity);
            if (before != null) {
                panel = panel.minus(before.indicators, before.sums);
            }
            last.remove(entity);
            if (panel.isWidenedBy(indicators)) {
                panel =
                        panel.widened(
                                indicators, last.values().stream().map(Row::indicators).toList());
            }
            panel = panel.plus(indicators, sums);
            last.put(entity, new Row(indicators, sums));
        }
        return panel;
    }

    private static double[] sums(Random random) {
        double mood = random.nextDouble();
        double[] sums = new double[Evidence.COUNT];
        double lines = 20 + random.nextInt(80);
        sums[Evidence.ORDER_LINES.index()] = lines;
        sums[Evidence.ORDERED_UNITS.index()] = lines;
        sums[Evidence.RETURNED_UNITS.index()] = lines * 0.15 * bad(random, mood);
        sums[Evidence.COMPLAINTS.index()] = lines * 0.08 * bad(random, mood);
        sums[Evidence.PROMISES.index()] = lines;
        sums[Evidence.LATE.index()] = lines * 0.25 * bad(random, mood);
        boolean rated = random.nextInt(10) > 0;
        sums[Evidence.RATINGS.index()] = rated ? lines : 0;
        sums[Evidence.RATING_POINTS.index()] = rated ? lines * (1 - bad(random, mood)) : 0;
        return sums;
    }

    private static double bad(Random random, double mood) {
        return 0.7 * mood + 0.3 * random.nextDouble();
    }
}
