package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.KnownAhead;
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
 * @param values one for each time; the one before where unknown
 * @param known whether each value was in the file
 * @param covariates [times][columns] as {@link CovariateColumns} lists them, the first seven price,
 *     promotion, stocked out, views, carts, favourites and units of the category; 0 where the file
 *     has none
 * @param aheadPositions times after the last value of which covariates are known
 * @param ahead their covariates
 * @param said what had to be done to it, in words that name it
 */
public record Series(
        String id,
        TimeForm form,
        long[] positions,
        double[] values,
        boolean[] known,
        double[][] covariates,
        long[] aheadPositions,
        double[][] ahead,
        String[] said) {

    /** Columns that the models look at where a file has them. */
    static final List<String> COVARIATES =
            List.of(
                    "price",
                    "promotion",
                    "stocked_out",
                    "views",
                    "carts",
                    "favourites",
                    "category_units");

    /** Fractions are counted in thousandths, since windows count whole units. */
    private static final double THOUSANDTHS = 1000;

    /** A series of which all values are known and nothing ahead. */
    Series(String id, TimeForm form, long[] positions, double[] values, double[][] covariates) {
        this(
                id,
                form,
                positions,
                values,
                all(values.length),
                covariates,
                new long[0],
                new double[0][],
                new String[0]);
    }

    private static boolean[] all(int count) {
        boolean[] all = new boolean[count];
        Arrays.fill(all, true);
        return all;
    }

    /** What a window's units are multiplied by. */
    double factor() {
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value)) ? 1 : THOUSANDTHS;
    }

    /** As windows, one a day: a file of days keeps its days, any other one numbers its steps. */
    public List<DemandWindow> windows() {
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
                                    Math.round(beside[5]),
                                    Math.round(beside[4]),
                                    0,
                                    Channels.endOf(day))
                            .among(beside[6]));
        }
        return UnconstrainedDemand.filledIn(windows);
    }

    /** The first values only, with nothing known ahead. */
    Series first(int count) {
        return first(count, 0);
    }

    /**
     * As it stood after its first values: known ahead are as many of the rows that follow, those
     * beyond its end among them.
     */
    Series at(int count, int next) {
        Series whole = first(count);
        double[][] rows = Arrays.copyOf(covariates, covariates.length + ahead.length);
        System.arraycopy(ahead, 0, rows, covariates.length, ahead.length);
        long[] times = Arrays.copyOf(positions, positions.length + ahead.length);
        System.arraycopy(aheadPositions, 0, times, positions.length, ahead.length);
        int to = Math.min(rows.length, count + next);
        return new Series(
                id,
                form,
                whole.positions,
                whole.values,
                whole.known,
                whole.covariates,
                Arrays.copyOfRange(times, count, to),
                Arrays.copyOfRange(rows, count, to),
                said);
    }

    /** With what is known of the first steps of a series that follows. */
    Series before(Series later, int next) {
        return new Series(
                id,
                form,
                positions,
                values,
                known,
                covariates,
                Arrays.copyOf(later.positions, next),
                Arrays.copyOf(later.covariates, next),
                said);
    }

    /**
     * The first values only; what is known ahead are the covariates of the next.
     *
     * @param next how many steps after them
     */
    Series first(int count, int next) {
        return new Series(
                id,
                form,
                Arrays.copyOf(positions, count),
                Arrays.copyOf(values, count),
                Arrays.copyOf(known, count),
                Arrays.copyOf(covariates, count),
                Arrays.copyOfRange(positions, count, count + next),
                Arrays.copyOfRange(covariates, count, count + next),
                said);
    }

    /** Some values after the first ones, NaN where unknown. */
    double[] next(int count, int next) {
        double[] values = Arrays.copyOfRange(values(), count, count + next);
        Arrays.setAll(values, i -> known[count + i] ? values[i] : Double.NaN);
        return values;
    }

    /** Price and promotion of the steps after the last. */
    DaysAhead daysAhead() {
        return new DaysAhead(
                Arrays.stream(ahead).mapToDouble(step -> known(step[0])).toArray(),
                Arrays.stream(ahead)
                        .mapToDouble(step -> Math.max(0, Math.min(1, known(step[1]))))
                        .toArray());
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** What is known ahead, of the columns that may be and have said something. */
    KnownAhead knownAhead(CovariateColumns columns) {
        int[] indices =
                ahead.length == 0
                        ? new int[0]
                        : Arrays.stream(columns.ahead()).filter(this::changes).toArray();
        return indices.length == 0
                ? KnownAhead.none()
                : new KnownAhead(
                        columns.kinds(indices),
                        chosen(covariates, indices),
                        chosen(ahead, indices));
    }

    private boolean changes(int index) {
        return Arrays.stream(covariates).anyMatch(row -> row[index] != covariates[0][index]);
    }

    private static double[][] chosen(double[][] rows, int[] indices) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(indices).mapToDouble(index -> row[index]).toArray())
                .toArray(double[][]::new);
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
