package io.quartermaster.domain.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.MonthlySeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Deviance, means and 90 % quantiles of fixed weights and first states equal those of ets in R's
 * package forecast 8.20.
 */
class ExponentialSmoothingTest {

    private static final double[] SERIES = MonthlySeries.values();
    private static final double[] UPPER = {0.9};

    @Test
    void aLevelIsAsInR() {
        ExponentialSmoothing model =
                run(
                        level(),
                        new SmoothingWeights(0.984142735148305, 0, 0, 1),
                        new SmoothingState(111.40121465689231, 0, new double[0], 0),
                        626.476039595274,
                        85.8465039241207);

        says(model, 1, 164.3282078, 176.202217303);
        says(model, 14, 164.3282078, 208.102867526);
    }

    @Test
    void aDampedTrendIsAsInR() {
        ExponentialSmoothing model =
                run(
                        dampedTrend(),
                        new SmoothingWeights(
                                0.981673464711196, 0.000100027963448693, 0, 0.979977955256685),
                        new SmoothingState(113.334297881816, 1.34662052416042, new double[0], 0),
                        626.392036396823,
                        89.585795496607);

        says(model, 1, 164.606509822, 176.736366313);
        says(model, 14, 168.101735957, 212.742356897);
    }

    @Test
    void aMultiplicativeErrorIsAsInR() {
        ExponentialSmoothing model =
                run(
                        trendWithMultiplicativeError(),
                        new SmoothingWeights(0.999899022757486, 0.000100270645569826, 0, 1),
                        new SmoothingState(120.076487932447, 1.24193482809258, new double[0], 0),
                        628.33657043051,
                        0.00546557305383385);

        says(model, 1, 165.796114627, 181.504382044);
        says(model, 14, 181.883017153, 244.638605286);
    }

    @Test
    void anAdditiveSeasonIsAsInR() {
        double[] lags = {
            -3.09439858662479, -5.44987388116057, -9.45504199159886, -17.017890773655,
            -12.8368582268057, -5.63240106000041, 1.0296901829663, 6.30952809742213,
            10.4616013726214, 19.9017929560222, 8.36737864686175
        };
        ExponentialSmoothing model =
                run(
                        trendAndSeason(),
                        new SmoothingWeights(
                                0.000100045211376998,
                                0.000100007289173743,
                                0.000100096709390163,
                                1),
                        new SmoothingState(
                                103.103208790564, 0.726621531160455, byPhase(lags, 0), 0),
                        531.499755832783,
                        28.6911686393598);

        says(model, 1, 163.463312517, 170.327832989);
        says(model, 14, 173.842030745, 180.706586956);
    }

    @Test
    void aMultiplicativeSeasonIsAsInR() {
        double[] lags = {
            0.987205541359554, 0.956746465328566, 0.925968018162972, 0.881937436389475,
            0.911481851185403, 0.946934479152492, 1.00549445989096, 1.04296306131493,
            1.09108491813051, 1.14151426187229, 1.04868146641938
        };
        ExponentialSmoothing model =
                run(
                        levelTimesSeason(),
                        new SmoothingWeights(0.257661387979519, 0, 0.000101719046142765, 1),
                        new SmoothingState(122.163826637177, 0, byPhase(lags, 12), 0),
                        581.701703976711,
                        0.00347549936386236);

        says(model, 1, 166.697822969, 179.292139967);
        says(model, 14, 164.920108851, 181.946673373);
    }

    @Test
    void theAutomaticFormIsAsGoodAsInR() {
        SmoothingFit.Fitted seasonal = SmoothingFit.automatic(SERIES, 12);
        SmoothingFit.Fitted plain = SmoothingFit.automatic(SERIES, 1);

        assertThat(seasonal.model().form()).hasToString("ETS(A,A,A)");
        assertThat(seasonal.criterion()).isLessThan(576.8331 + 0.5);
        assertThat(plain.model().form()).hasToString("ETS(A,N,N)");
        assertThat(plain.criterion()).isCloseTo(632.829, within(0.01));
    }

    @Test
    void updatesEqualAFilterOverAllOfTheHistory() {
        SmoothingFit.Fitted fitted =
                SmoothingFit.automatic(Arrays.copyOf(SERIES, SERIES.length - 20), 12);
        ExponentialSmoothing model = fitted.model();
        for (int i = SERIES.length - 20; i < SERIES.length; i++) {
            model = model.update(SERIES[i]);
        }
        SmoothingFilter whole = new SmoothingFilter(model.form(), model.weights(), fitted.start());
        Arrays.stream(SERIES).forEach(whole::step);
        ExponentialSmoothing again =
                new ExponentialSmoothing(
                        model.form(), model.weights(), model.variance(), whole.state());

        assertThat(model.mean(24)).containsExactly(again.mean(24), within(1e-9));
        assertThat(model.variance(24)).containsExactly(again.variance(24), within(1e-9));
    }

    @Test
    void aMissingValueMovesTimeOn() {
        ExponentialSmoothing model = SmoothingFit.automatic(SERIES, 12).model();

        assertThat(model.update(Double.NaN).mean(5))
                .containsExactly(Arrays.copyOfRange(model.mean(6), 1, 6), within(1e-9));
    }

    @Test
    void fitsAroundMissingValues() {
        double[] gaps = SERIES.clone();
        for (int i = 5; i < gaps.length; i += 9) {
            gaps[i] = Double.NaN;
        }

        SmoothingFit.Fitted fitted = SmoothingFit.automatic(gaps, 12);

        assertThat(Arrays.stream(fitted.model().mean(3)).boxed())
                .allSatisfy(mean -> assertThat(mean).isBetween(140.0, 190.0));
    }

    @Test
    void aConstantAndASingleValueAreForecastAsTheyAre() {
        double[] constant = new double[30];
        Arrays.fill(constant, 7);

        HorizonForecast forecast = SmoothingFit.automatic(constant, 7).model().forecast(3, UPPER);

        assertThat(forecast.mean()).containsExactly(new double[] {7, 7, 7}, within(1e-9));
        assertThat(forecast.quantiles()[0]).containsExactly(new double[] {7, 7, 7}, within(1e-6));
        assertThat(SmoothingFit.automatic(new double[] {4}, 1).model().mean(2))
                .containsExactly(new double[] {4, 4}, within(1e-9));
    }

    @Test
    void refusesAFormThatIsNone() {
        assertThatThrownBy(
                        () -> new SmoothingForm(Component.ADDITIVE, false, true, Component.NONE, 1))
                .hasMessage("Only a trend can be damped.");
        assertThatThrownBy(
                        () ->
                                new SmoothingForm(
                                        Component.ADDITIVE, false, false, Component.NONE, 7))
                .hasMessageContaining("The period (7) of a season (NONE)");
    }

    /** ETS(A,N,N). */
    private static SmoothingForm level() {
        return new SmoothingForm(Component.ADDITIVE, false, false, Component.NONE, 1);
    }

    /** ETS(A,Ad,N). */
    private static SmoothingForm dampedTrend() {
        return new SmoothingForm(Component.ADDITIVE, true, true, Component.NONE, 1);
    }

    /** ETS(M,A,N). */
    private static SmoothingForm trendWithMultiplicativeError() {
        return new SmoothingForm(Component.MULTIPLICATIVE, true, false, Component.NONE, 1);
    }

    /** ETS(A,A,A) of twelve months. */
    private static SmoothingForm trendAndSeason() {
        return new SmoothingForm(Component.ADDITIVE, true, false, Component.ADDITIVE, 12);
    }

    /** ETS(M,N,M) of twelve months. */
    private static SmoothingForm levelTimesSeason() {
        return new SmoothingForm(
                Component.MULTIPLICATIVE, false, false, Component.MULTIPLICATIVE, 12);
    }

    /** Filters, and compares the deviance and the variance with n less the parameters. */
    private static ExponentialSmoothing run(
            SmoothingForm form,
            SmoothingWeights weights,
            SmoothingState start,
            double deviance,
            double variance) {
        SmoothingFilter filter = new SmoothingFilter(form, weights, start);
        Arrays.stream(SERIES).forEach(filter::step);
        assertThat(filter.deviance()).isCloseTo(deviance, within(1e-6));
        double left = SERIES.length - form.parameters() + 1.0;
        assertThat(filter.sumOfSquares() / left).isCloseTo(variance, within(1e-8 * variance));
        return new ExponentialSmoothing(form, weights, variance, filter.state());
    }

    /** R names seasons by their lag and leaves out the first phase's, which the sum gives. */
    private static double[] byPhase(double[] lags, double whole) {
        double sum = Arrays.stream(lags).sum();
        return IntStream.range(0, 12)
                .mapToDouble(phase -> phase == 0 ? whole - sum : lags[11 - phase])
                .toArray();
    }

    private static void says(ExponentialSmoothing model, int step, double mean, double upper) {
        HorizonForecast forecast = model.forecast(step, UPPER);
        assertThat(forecast.mean()[step - 1]).isCloseTo(mean, within(2e-5));
        assertThat(forecast.quantiles()[0][step - 1]).isCloseTo(upper, within(1e-3));
    }
}
