package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model of another shape or version is refused by the name of what differs. */
class ForecastModelCheckTest {

    private static final double[] LEVELS = ForecastTrainer.LEVELS;
    private static final ForecastOptions JOB =
            new ForecastOptions(
                    "lstm",
                    "shop/model",
                    64,
                    28,
                    14,
                    new PlanDays(0, 7, LocalDate.of(2026, 1, 1).toEpochDay()));

    @Test
    void takesTheModelThatTheTrainerMakes() {
        SequenceModelOptions own = ForecastTrainer.options(14, 1);
        SequenceModelOptions larger = own.with(own.shape().sized(128, 3));
        assertThatCode(() -> ForecastModelCheck.fits(own, JOB)).doesNotThrowAnyException();
        assertThatCode(() -> ForecastModelCheck.fits(larger, JOB)).doesNotThrowAnyException();
    }

    static Stream<Arguments> others() {
        String made = DemandFeatures.NAME;
        int inputs = DemandFeatures.INPUTS;
        int known = DemandFeatures.KNOWN;
        int statics = DemandFeatures.SERIES;
        return Stream.of(
                Arguments.of(
                        shape("demand-1", inputs, known, statics, 14, 28, LEVELS),
                        "The model of shop/model has the inputs (demand-1), the job makes (%s)."
                                .formatted(made)),
                Arguments.of(
                        shape(made, 9, known, statics, 14, 28, LEVELS),
                        "The model of shop/model has 9 as its inputs per day, the job needs %d."
                                .formatted(inputs)),
                Arguments.of(
                        shape(made, inputs, 3, statics, 14, 28, LEVELS),
                        "The model of shop/model has 3 as its known inputs per day, the job needs %d."
                                .formatted(known)),
                Arguments.of(
                        shape(made, inputs, known, 8, 14, 28, LEVELS),
                        "The model of shop/model has 8 as its static inputs, the job needs %d."
                                .formatted(statics)),
                Arguments.of(
                        shape(made, inputs, known, statics, 14, 56, LEVELS),
                        "The model of shop/model has 56 as its encoder days, the job needs 28."),
                Arguments.of(
                        shape(made, inputs, known, statics, 7, 28, LEVELS),
                        "The model of shop/model has 7 as its horizon, the job needs 14."),
                Arguments.of(
                        shape(made, inputs, known, statics, 14, 28, new double[] {0.5}),
                        "The model of shop/model has the quantiles [0.5], the job needs [0.1, 0.5,"
                                + " 0.9]."));
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesAnotherShapeByName(SequenceShape shape, String said) {
        SequenceModelOptions other = ForecastTrainer.options(14, 1).with(shape);
        assertThatThrownBy(() -> ForecastModelCheck.fits(other, JOB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(said)
                .hasMessageContaining("\nMaybe train it again");
    }

    private static SequenceShape shape(
            String features,
            int inputs,
            int known,
            int statics,
            int horizon,
            int days,
            double[] levels) {
        return new SequenceShape(
                features, inputs, known, statics, 64, 1, true, horizon, days, levels);
    }
}
