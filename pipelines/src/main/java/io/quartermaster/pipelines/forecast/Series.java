package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One series of a file, in time order.
 *
 * @param id names it
 * @param form how its file writes time
 * @param positions times, ascending
 * @param values one for each time
 * @param covariates price, promotion, stocked out, views and carts of each time; 0 where the file
 *     has none
 */
record Series(String id, TimeForm form, long[] positions, double[] values, double[][] covariates) {

    /** Columns that the models look at where a file has them. */
    static final List<String> COVARIATES =
            List.of("price", "promotion", "stocked_out", "views", "carts");

    /** Fractions are counted in thousandths, since windows count whole units. */
    private static final double THOUSANDTHS = 1000;

    /** What a window's units are multiplied by. */
    double factor() {
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value)) ? 1 : THOUSANDTHS;
    }

    /** As windows, one a day: a file of days keeps its days, any other one numbers its steps. */
    List<DemandWindow> windows() {
        double factor = factor();
        long[] days = days();
        List<DemandWindow> windows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalDate day = LocalDate.ofEpochDay(days[i]);
            double[] beside = covariates[i];
            windows.add(
                    new DemandWindow(
                            id,
                            "",
                            day,
                            Math.max(0, Math.round(values[i] * factor)),
                            beside[0],
                            Math.max(0, Math.min(1, beside[1])),
                            beside[2] > 0,
                            Math.round(beside[3]),
                            0,
                            Math.round(beside[4]),
                            0,
                            Channels.endOf(day)));
        }
        return UnconstrainedDemand.filledIn(windows);
    }

    /** The first values only. */
    Series first(int count) {
        return new Series(
                id,
                form,
                Arrays.copyOf(positions, count),
                Arrays.copyOf(values, count),
                Arrays.copyOf(covariates, count));
    }

    /**
     * The day that each value counts for: its own where the series has one value a day, else the
     * number of its step.
     */
    long[] days() {
        long millisOfDay = 86_400_000L;
        long unit = form == TimeForm.DATE || form == TimeForm.INTEGER ? 1 : millisOfDay;
        boolean isDaily =
                form != TimeForm.INTEGER
                        && TimeStep.of(positions, form).equals(new TimeStep(0, unit));
        long[] days = new long[positions.length];
        Arrays.setAll(days, i -> isDaily ? Math.floorDiv(positions[i], unit) : i);
        return days;
    }
}
