package io.quartermaster.domain.satisfaction.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CovarianceTest {

    private static final int COLUMNS = 5;

    @Test
    void equalsTheBatchAnswerHoweverRowsCome() {
        List<double[]> rows = rows(2_000, 1e6);
        Covariance oneByOne = Covariance.of(COLUMNS, rows);
        Covariance merged =
                Covariance.of(COLUMNS, rows.subList(0, 700))
                        .merge(Covariance.of(COLUMNS))
                        .merge(Covariance.of(COLUMNS, rows.subList(700, 2_000)));
        Covariance takenBack = oneByOne;
        for (double[] row : rows.subList(500, 2_000)) {
            takenBack = takenBack.minus(row);
        }

        equal(oneByOne, batch(rows));
        equal(merged, batch(rows));
        equal(takenBack, batch(rows.subList(0, 500)));
    }

    @Test
    void replacedRowsLeaveWhatOnlyTheLastOnesSay() {
        Random random = new Random(3);
        List<double[]> last = new ArrayList<>(rows(50, 0));
        Covariance kept = Covariance.of(COLUMNS, last);
        for (int turn = 0; turn < 20_000; turn++) {
            int entity = random.nextInt(last.size());
            double[] next = random.doubles(COLUMNS).toArray();
            kept = kept.minus(last.get(entity)).plus(next);
            last.set(entity, next);
        }

        equal(kept, batch(last));
    }

    @Test
    void knowsNothingWithoutRows() {
        Covariance one = Covariance.of(1).plus(new double[] {4});

        assertThat(one.matrix()[0][0]).isNaN();
        assertThat(one.minus(new double[] {4}))
                .usingRecursiveComparison()
                .isEqualTo(Covariance.of(1));
        assertThatThrownBy(() -> Covariance.of(1).minus(new double[] {4}))
                .hasMessage(
                        "The row [4.0] cannot be taken back: no row is there.\nMaybe it was never added.");
        assertThatThrownBy(() -> one.plus(new double[] {Double.NaN}))
                .hasMessage("The row [NaN] holds a missing value.\nMaybe leave the row out.");
        assertThatThrownBy(() -> one.plus(new double[] {1, 2}))
                .hasMessageStartingWith("The row [1.0, 2.0] must have 1 values.");
    }

    @Test
    void refusesCorrelationsOfAConstantColumn() {
        Covariance covariance =
                Covariance.of(
                        2, List.of(new double[] {1, 0.1}, new double[] {2, 0.1}, row(4, 0.1)));

        assertThatThrownBy(() -> CorrelationMatrix.of(List.of("a", "b"), covariance))
                .hasMessage(
                        "The column (b) is constant (0.1 in all 3 rows), so it goes together with nothing.\nMaybe leave it out.");
        assertThatThrownBy(
                        () ->
                                CorrelationMatrix.of(
                                        List.of("a", "b"), covariance.minus(row(4, 0.1))))
                .hasMessage(
                        "The number of rows (2) is too small for correlations.\nMaybe at least 3.");
    }

    @Test
    void refusesWhatIsNoCorrelationMatrix() {
        assertThatThrownBy(() -> PublishedCorrelations.matrix(9, List.of("a", "b"), 1.2))
                .hasMessageStartingWith(
                        "The correlation (1.2) of (a) and (b) must be -1 to 1, and the same both ways.");
        assertThatThrownBy(() -> new CorrelationMatrix(List.of("a"), new double[][] {{2}}, 9))
                .hasMessageStartingWith("The correlation (2.0) of (a) and (a) must be 1,");
    }

    private static double[] row(double... values) {
        return values;
    }

    private static List<double[]> rows(int count, double shift) {
        Random random = new Random(11);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double common = random.nextGaussian();
            double[] row = new double[COLUMNS];
            for (int j = 0; j < COLUMNS; j++) {
                row[j] = shift + common * j + random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }

    /** Two passes. */
    private static double[][] batch(List<double[]> rows) {
        double[] means = new double[COLUMNS];
        for (double[] row : rows) {
            for (int j = 0; j < COLUMNS; j++) {
                means[j] += row[j] / rows.size();
            }
        }
        double[][] batch = new double[COLUMNS][COLUMNS];
        for (double[] row : rows) {
            for (int i = 0; i < COLUMNS; i++) {
                for (int j = 0; j < COLUMNS; j++) {
                    batch[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / (rows.size() - 1);
                }
            }
        }
        return batch;
    }

    private static void equal(Covariance covariance, double[][] batch) {
        for (int i = 0; i < COLUMNS; i++) {
            assertThat(covariance.matrix()[i])
                    .containsExactly(batch[i], within(1e-9 * Math.max(1, batch[i][i])));
        }
    }
}
