package io.quartermaster.udfs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.forecast.SequenceModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ForecastBundleTest {

    private static final int MANY = ForecastBundle.SIZE * 2 + 7;

    @Test
    void callsTheModelWithManyRowsAndHandsBackOnlyTheRealOnes() {
        long calls = DoubledEngine.USE.calls();
        long rows = DoubledEngine.USE.rows();
        try (ForecastBundle bundle = ForecastBundle.open(Path.of("any"))) {
            float[][][] inputs = new float[MANY][2][11];
            for (int i = 0; i < MANY; i++) {
                inputs[i][1][0] = i;
            }
            float[][] states = bundle.encode(inputs);
            assertThat(states).hasDimensions(MANY, 2);
            assertThat(states[MANY - 1][0]).isEqualTo(MANY - 1);
            assertThat(bundle.use().calls()).isEqualTo(3);
            assertThat(bundle.use().rows()).isEqualTo(MANY);
        }
        assertThat(DoubledEngine.USE.calls() - calls).isEqualTo(3);
        assertThat(DoubledEngine.USE.rows() - rows).isEqualTo(3L * ForecastBundle.SIZE);
    }

    @Test
    void advancesAndDecodesRowByRow() {
        try (ForecastBundle bundle = ForecastBundle.open(Path.of("any"))) {
            float[][] states = bundle.advance(new float[][] {{5}, {7}}, new float[][] {{1}, {2}});
            assertThat(states).isDeepEqualTo(new float[][] {{5, 1}, {7, 2}});
            float[][] decoded = bundle.decode(states, new float[2][]);
            assertThat(decoded[1]).startsWith(7, 3.5f, 7, 14);
        }
    }

    @Test
    void advancesAndDecodesManyRowsInOneCallEach() {
        try (ForecastBundle bundle = ForecastBundle.open(Path.of("any"))) {
            float[][] inputs = new float[MANY][11];
            for (int i = 0; i < MANY; i++) {
                inputs[i][0] = i;
            }
            SequenceModel.Advanced answer =
                    bundle.advanceAndDecode(inputs, new float[MANY][2], new float[MANY][]);
            assertThat(answer.states()).hasDimensions(MANY, 2);
            assertThat(answer.forecasts()[MANY - 1]).startsWith(MANY - 1, (MANY - 1) / 2f);
            assertThat(bundle.use().calls()).isEqualTo(3);
            assertThat(bundle.use().rows()).isEqualTo(MANY);
        }
    }

    @Test
    void doesNothingForNoSeries() {
        try (ForecastBundle bundle = ForecastBundle.open(Path.of("any"))) {
            assertThat(bundle.encode(new float[0][][])).isEmpty();
        }
    }
}
