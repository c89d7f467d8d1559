package io.quartermaster.domain.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two items of two brands at two places, 63 days of known demand. */
class CoherentDayTest {

    private static final long DAY = LocalDate.of(2026, 6, 7).toEpochDay();
    private static final int HORIZON = 3;

    @Test
    void everyTotalIsExactlyTheSumOfItsSeries() {
        CoherentDay day = CoherentDay.of(DAY, series(1.0 / 3), Map.of(), Method.MINT);
        assertThat(day.rows())
                .extracting(row -> row.level() + " " + row.node() + " " + row.series())
                .containsExactly(
                        "total all 4",
                        "category lamps 4",
                        "brand north 2",
                        "brand south 2",
                        "place p1 2",
                        "place p2 2",
                        "item A 2",
                        "item B 2",
                        "series A|p1 1",
                        "series A|p2 1",
                        "series B|p1 1",
                        "series B|p2 1");
        for (int step = 0; step < HORIZON; step++) {
            assertThat(thousandths(day, "total", step)).isEqualTo(thousandths(day, "series", step));
            assertThat(thousandths(day, "brand", step)).isEqualTo(thousandths(day, "series", step));
            assertThat(thousandths(day, "item", step)).isEqualTo(thousandths(day, "series", step));
        }
    }

    /** Series expect 1/3 a day, but 10 a day were wanted of each: the totals know. */
    @Test
    void mintLetsTotalsTellTheirSeries() {
        double mint = total(CoherentDay.of(DAY, series(1.0 / 3), Map.of(), Method.MINT));
        double bottomUp = total(CoherentDay.of(DAY, series(1.0 / 3), Map.of(), Method.BOTTOM_UP));
        assertThat(bottomUp).isCloseTo(4 * 0.333, within(1e-9));
        assertThat(mint).isBetween(bottomUp + 0.1, 40.0);
    }

    @Test
    void quantilesMoveWithTheMean() {
        ForecastTotal row =
                CoherentDay.of(DAY, series(10), Map.of(), Method.BOTTOM_UP).rows().get(8);
        assertThat(row.q10()).containsExactly(5, 5, 5);
        assertThat(row.q90()).containsExactly(20, 20, 20);
    }

    /** A fortnight of forecasts at 10 for totals that wanted 40: errors of 30, then known. */
    @Test
    void learnsTheErrorsOfTotalsFromDayToDay() {
        CoherentDay first = CoherentDay.of(DAY - 7, series(10), Map.of(), Method.MINT);
        assertThat(first.totals().get("total:all").errors()).isEmpty();
        CoherentDay second = CoherentDay.of(DAY, series(10), first.totals(), Method.MINT);
        assertThat(second.totals().get("total:all").errors()).hasSize(HORIZON);
        assertThat(second.totals().get("total:all").madeOn()).isEqualTo(DAY);
    }

    @Test
    void usesCorrelationsOnceTwoWeeksOfErrorsAreKnown() {
        double[] errors = new double[CoherentDay.FEWEST_ERRORS];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = i % 2 == 0 ? 3 : -3;
        }
        List<HierarchySeries> known =
                series(1.0 / 3).stream().map(one -> withErrors(one, errors)).toList();
        CoherentDay none = CoherentDay.of(DAY, known, Map.of(), Method.MINT);
        Map<String, NodeMemory> totals = new HashMap<>();
        none.totals()
                .forEach(
                        (key, memory) ->
                                totals.put(
                                        key,
                                        new NodeMemory(
                                                Long.MIN_VALUE,
                                                new float[0],
                                                Long.MIN_VALUE,
                                                new double[0],
                                                errors)));
        CoherentDay some = CoherentDay.of(DAY, known, totals, Method.MINT);
        assertThat(total(some)).isNotCloseTo(total(none), within(0.01));
        assertThat(thousandths(some, "place", 0)).isEqualTo(thousandths(some, "series", 0));
    }

    @Test
    void theOrderOfTheSeriesDoesNotMatter() {
        List<HierarchySeries> turned = new ArrayList<>(series(2));
        Collections.reverse(turned);
        CoherentDay one = CoherentDay.of(DAY, series(2), Map.of(), Method.MINT);
        CoherentDay other = CoherentDay.of(DAY, turned, Map.of(), Method.MINT);
        for (int row = 0; row < one.rows().size(); row++) {
            assertThat(other.rows().get(row).node()).isEqualTo(one.rows().get(row).node());
            assertThat(other.rows().get(row).mean()).isEqualTo(one.rows().get(row).mean());
        }
    }

    @Test
    void whatWasNeverWantedIsExpectedToStaySo() {
        List<HierarchySeries> idle =
                List.of(new HierarchySeries(forecast("A", "p1", 0), "", "", NodeMemory.NOTHING));
        CoherentDay day = CoherentDay.of(DAY, idle, Map.of(), Method.MINT);
        assertThat(day.rows())
                .extracting(ForecastTotal::level)
                .containsExactly("total", "place", "series");
        assertThat(day.rows()).allSatisfy(row -> assertThat(row.mean()).containsOnly(0));
    }

    @Test
    void refusesAMethodThatIsNotKnown() {
        assertThat(Method.ofLabel("bottom-up")).isEqualTo(Method.BOTTOM_UP);
        assertThatThrownBy(() -> Method.ofLabel("top-down"))
                .hasMessage(
                        "The method of totals (top-down) is not known.\nMaybe one of: mint, bottom-up.");
    }

    private static double total(CoherentDay day) {
        return day.rows().get(0).mean()[0];
    }

    private static long thousandths(CoherentDay day, String level, int step) {
        return day.rows().stream()
                .filter(row -> row.level().equals(level))
                .mapToLong(row -> Math.round(row.mean()[step] * 1000))
                .sum();
    }

    private static List<HierarchySeries> series(double mean) {
        List<HierarchySeries> series = new ArrayList<>();
        for (String item : List.of("A", "B")) {
            for (String place : List.of("p1", "p2")) {
                NodeMemory memory = NodeMemory.NOTHING;
                for (long day = DAY - 62; day <= DAY; day++) {
                    memory = memory.with(day, 10);
                }
                series.add(
                        new HierarchySeries(
                                forecast(item, place, mean),
                                item.equals("A") ? "north" : "south",
                                "lamps",
                                memory));
            }
        }
        return series;
    }

    private static HierarchySeries withErrors(HierarchySeries series, double[] errors) {
        NodeMemory memory = series.memory();
        return new HierarchySeries(
                series.forecast(),
                series.brand(),
                series.category(),
                new NodeMemory(
                        memory.lastDay(), memory.wanted(), memory.madeOn(), memory.mean(), errors));
    }

    private static Forecast forecast(String item, String place, double mean) {
        return new Forecast(
                item,
                place,
                LocalDate.ofEpochDay(DAY),
                "regression",
                "1",
                true,
                filled(mean),
                filled(mean / 2),
                filled(mean),
                filled(2 * mean),
                filled(mean),
                filled(mean),
                Instant.EPOCH);
    }

    private static double[] filled(double value) {
        double[] values = new double[HORIZON];
        Arrays.fill(values, value);
        return values;
    }
}
