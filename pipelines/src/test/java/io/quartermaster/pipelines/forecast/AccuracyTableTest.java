package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** History 0 to 13: seasonal differences of 7; forecasts of 12 and 12 against 14 and 15. */
    @Test
    void measuresByHand() {
        AccuracyTable.Row row =
                AccuracyTable.of(List.of(forecast("naive", 13, 12, 12)), windows(16, -1))
                        .model("naive");
        assertThat(row.steps()).isEqualTo(2);
        assertThat(row.meanSquaredError()).isCloseTo((4 + 9) / 2.0, within(1e-12));
        assertThat(row.meanAbsoluteScaledError()).isCloseTo(2.5 / 7, within(1e-12));
        // q10 = 10, q50 = 12, q90 = 14: 0.1 * 4 + 0.5 * 2 + 0 and 0.1 * 5 + 0.5 * 3 + 0.9 * 1.
        assertThat(row.pinballLoss()).isCloseTo((1.4 + 2.9) / 6, within(1e-12));
        assertThat(row.coverage()).isEqualTo(0.5);
        assertThat(row.cumulativeCoverage()).isEqualTo(1);
    }

    @Test
    void comparesOnlyWhereEveryModelForecast() {
        AccuracyTable table =
                AccuracyTable.of(
                        List.of(
                                forecast("a", 12, 1, 1),
                                forecast("a", 13, 1, 1),
                                forecast("b", 13, 2, 2),
                                forecast("cluster_prior", 12, 3, 3)),
                        windows(16, -1));
        assertThat(table.model("a").forecasts()).isEqualTo(1);
        assertThat(table.model("b").forecasts()).isEqualTo(1);
        assertThat(table.model("cluster_prior").forecasts()).isEqualTo(1);
    }

    @Test
    void leavesOutDaysWithoutStock() {
        AccuracyTable table = AccuracyTable.of(List.of(forecast("a", 13, 12, 12)), windows(16, 14));
        assertThat(table.model("a").steps()).isEqualTo(1);
        assertThat(table.model("a").meanSquaredError()).isEqualTo(9);
        assertThat(table.model("a").cumulativeCoverage()).isNaN();
    }

    private static Forecast forecast(String model, int madeOn, double... mean) {
        double[] q10 = new double[mean.length];
        double[] q90 = new double[mean.length];
        double[] sums = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            q10[i] = mean[i] - 2;
            q90[i] = mean[i] + 2;
            sums[i] = 100;
        }
        return new Forecast(
                "A",
                "x",
                FIRST.plusDays(madeOn),
                model,
                "1",
                false,
                mean,
                q10,
                mean,
                q90,
                sums,
                sums,
                Instant.EPOCH);
    }

    private static ActualDays windows(int days, int stockedOut) {
        List<DemandWindow> windows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            windows.add(
                    new DemandWindow(
                            "A",
                            "x",
                            FIRST.plusDays(day),
                            day,
                            1,
                            0,
                            day == stockedOut,
                            0,
                            0,
                            0,
                            0,
                            Instant.EPOCH));
        }
        return ActualDays.of(windows);
    }
}
