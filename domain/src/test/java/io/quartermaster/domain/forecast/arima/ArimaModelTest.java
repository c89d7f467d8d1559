package io.quartermaster.domain.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.MonthlySeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Likelihoods and forecasts of fixed coefficients equal those of arima in R 4.2, method ML; own
 * fits are as likely as R's.
 */
class ArimaModelTest {

    private static final double[] SERIES = MonthlySeries.values();

    /** Box and Jenkins' model of months. */
    private static final ArimaOrder AIRLINE = new ArimaOrder(0, 1, 1, 0, 1, 1, 12, false);

    private static final double[] NONE = {};
    private static final double[] UPPER = {0.9};
    private static final double NORMAL = 1.2815515655446004;

    @Test
    void aMeanIsAsInR() {
        isAsInR(
                ArimaOrder.plain(2, 0, 1, true),
                plain(
                        new double[] {-0.088902433832301, 0.874490072921861},
                        new double[] {0.952788767592311},
                        131.0913898989458),
                SERIES,
                520.26683639988,
                78.542650491657,
                new double[] {162.528381144, 137.345797034},
                new double[] {8.86250534881, 18.93103572239});
    }

    @Test
    void aDifferenceIsAsInR() {
        isAsInR(
                ArimaOrder.plain(1, 1, 2, false),
                plain(
                        new double[] {-0.42197245813191},
                        new double[] {0.42767137047252, 0.19128628762165},
                        0),
                SERIES,
                513.92629297204,
                81.387796828193,
                new double[] {166.236414060, 167.897275017},
                new double[] {9.02151854336, 37.911852135});
    }

    @Test
    void missingValuesAreAsInR() {
        double[] gaps = SERIES.clone();
        gaps[9] = Double.NaN;
        gaps[10] = Double.NaN;
        gaps[39] = Double.NaN;
        isAsInR(
                ArimaOrder.plain(1, 1, 1, false),
                plain(new double[] {-0.68474175513526}, new double[] {0.61861992631058}, 0),
                gaps,
                498.08290090137,
                86.648255127431,
                new double[] {164.284721158, 164.397418707},
                new double[] {9.30850445171, 33.52364081532});
    }

    @Test
    void aSeasonIsAsInR() {
        isAsInR(
                AIRLINE,
                new ArimaCoefficients(
                        NONE,
                        new double[] {-0.999991740326},
                        NONE,
                        new double[] {-0.99289858244478},
                        0),
                SERIES,
                386.96646617141,
                26.387771001787,
                new double[] {165.277248100, 173.857985514},
                new double[] {5.66555046715, 5.75308355354});
    }

    @Test
    void aDriftIsAsInR() {
        isAsInR(
                ArimaOrder.plain(0, 1, 1, true),
                plain(NONE, new double[] {-0.019875721321852}, 0.746090862753939),
                SERIES,
                516.12940385953,
                // R's Arima divides by the values less the coefficients, not by the values.
                86.497976088506 * 69 / 71,
                new double[] {165.030102888, 174.729284104},
                new double[] {
                    (176.949081992 - 165.030102888) / NORMAL,
                    (218.503536989 - 174.729284104) / NORMAL
                },
                69 / 71.0);
    }

    @Test
    void ownFitsAreAsLikelyAsThoseOfR() {
        assertThat(ArimaFit.of(ArimaOrder.plain(1, 1, 2, false), SERIES).deviance())
                .isLessThan(513.92629 + 1e-3);
        assertThat(ArimaFit.of(ArimaOrder.plain(0, 1, 1, true), SERIES).deviance())
                .isLessThan(516.12940 + 1e-3);
        assertThat(ArimaFit.of(AIRLINE, SERIES).deviance()).isLessThan(386.96647 + 0.1);
    }

    @Test
    void theAutomaticOrderIsAsGoodAsInR() {
        ArimaFit.Fitted plain = ArimaSearch.automatic(SERIES, 1);
        ArimaFit.Fitted seasonal = ArimaSearch.automatic(SERIES, 12);

        assertThat(plain.model().order().differences()).isEqualTo(1);
        assertThat(plain.criterion()).isLessThan(518.7 + 0.01);
        assertThat(seasonal.model().order().seasonalDifferences()).isEqualTo(1);
        assertThat(seasonal.criterion()).isLessThan(394.27 + 0.5);
    }

    @Test
    void updatesEqualAFilterOverAllOfTheHistory() {
        for (int period : new int[] {1, 12}) {
            ArimaModel updated = ArimaSearch.automatic(Arrays.copyOf(SERIES, 60), period).model();
            for (int i = 60; i < SERIES.length; i++) {
                updated = updated.update(i == 65 ? Double.NaN : SERIES[i]);
            }
            double[] whole = SERIES.clone();
            whole[65] = Double.NaN;
            ArimaModel again =
                    ArimaFit.with(updated.order(), updated.coefficients(), whole).model();

            assertThat(updated.forecast(24, UPPER).mean())
                    .containsExactly(again.forecast(24, UPPER).mean(), within(1e-9));
        }
    }

    @Test
    void aConstantAndAFewValuesAreForecast() {
        double[] constant = new double[20];
        Arrays.fill(constant, 5);

        assertThat(ArimaSearch.automatic(constant, 7).model().forecast(2, UPPER).mean())
                .containsExactly(new double[] {5, 5}, within(1e-6));
        assertThat(ArimaSearch.automatic(new double[] {3}, 1).model().forecast(1, UPPER).mean()[0])
                .isFinite();
    }

    @Test
    void refusesAnOrderThatIsNone() {
        assertThatThrownBy(() -> new ArimaOrder(0, 0, 0, 1, 0, 0, 1, false))
                .hasMessageStartingWith("Seasonal terms need a period of 2 or more steps.");
        assertThatThrownBy(() -> ArimaOrder.plain(0, 2, 0, true))
                .hasMessageStartingWith("A constant under two differences");
    }

    private static ArimaCoefficients plain(double[] ar, double[] ma, double constant) {
        return new ArimaCoefficients(ar, ma, NONE, NONE, constant);
    }

    private static void isAsInR(
            ArimaOrder order,
            ArimaCoefficients coefficients,
            double[] series,
            double deviance,
            double variance,
            double[] means,
            double[] deviations) {
        isAsInR(order, coefficients, series, deviance, variance, means, deviations, 1);
    }

    private static void isAsInR(
            ArimaOrder order,
            ArimaCoefficients coefficients,
            double[] series,
            double deviance,
            double variance,
            double[] means,
            double[] deviations,
            double ofVariance) {
        ArimaFit.Fitted fitted = ArimaFit.with(order, coefficients, series);

        assertThat(fitted.deviance()).isCloseTo(deviance, within(2e-5));
        assertThat(fitted.model().variance()).isCloseTo(variance, within(1e-3));
        HorizonForecast forecast = fitted.model().forecast(14, UPPER);
        for (int i = 0; i < 2; i++) {
            int step = 13 * i;
            double spread = forecast.quantiles()[0][step] - forecast.mean()[step];
            assertThat(forecast.mean()[step]).isCloseTo(means[i], within(1e-4));
            assertThat(spread / NORMAL)
                    .isCloseTo(deviations[i] * Math.sqrt(ofVariance), within(1e-4));
        }
    }
}
