package io.quartermaster.pipelines.forecast.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the rows of one series together: in the order of time, one value for each step from the
 * first known one to the last. What had to be done to it is said, naming series and value.
 *
 * <p>A time that comes twice keeps its later line. Infinite values, and those more than {@value
 * #OUTLYING} times the middle one of those that are not 0, are unknown. Steps without a row are
 * unknown, or nothing where {@code gapsAreZero}; an unknown value is the one before. Rows without a
 * value after the last that has one are what is known ahead, where they have covariates that may
 * be.
 */
public final class SeriesAssembly {

    static final double OUTLYING = 1000;

    private static final int ENOUGH = 8;

    /** A series with more gaps than this many steps for each value has no step of its own. */
    private static final long SPARSEST = 20;

    /** A row before it is in its place. */
    private record Point(long position, double value, double[] covariates, long line) {}

    private final CovariateColumns columns;
    private final String frequency;
    private final boolean gapsAreZero;

    /**
     * @param frequency name of the step, empty for the most common of each series' distances
     * @param gapsAreZero whether a step without a row had nothing, rather than something unknown
     */
    SeriesAssembly(CovariateColumns columns, String frequency, boolean gapsAreZero) {
        this.columns = columns;
        this.frequency = frequency;
        this.gapsAreZero = gapsAreZero;
    }

    /** Null if no value is known. */
    Series assemble(List<SeriesChunk> chunks) {
        SeriesChunk any = chunks.get(0);
        TimeForm form = TimeForm.valueOf(any.form());
        List<String> said = new ArrayList<>();
        List<Point> points = distinct(points(chunks), any.id(), form, said);
        points = plausible(points, any.id(), form, said);
        int from = 0;
        while (from < points.size() && Double.isNaN(points.get(from).value())) {
            from++;
        }
        int to = points.size();
        while (to > from && Double.isNaN(points.get(to - 1).value())) {
            to--;
        }
        if (from == to) {
            return null;
        }
        TimeStep step = step(points.subList(from, to), form);
        List<Point> past = stepped(points.subList(from, to), any.id(), form, step, said);
        return series(any.id(), form, past, ahead(points.subList(to, points.size())), said);
    }

    private static List<Point> points(List<SeriesChunk> chunks) {
        List<Point> points = new ArrayList<>();
        for (SeriesChunk chunk : chunks) {
            for (int i = 0; i < chunk.positions().length; i++) {
                double[] beside = chunk.covariates().length == 0 ? null : chunk.covariates()[i];
                points.add(
                        new Point(
                                chunk.positions()[i], chunk.values()[i], beside, chunk.line() + i));
            }
        }
        points.sort(Comparator.comparingLong(Point::position).thenComparingLong(Point::line));
        return points;
    }

    private static List<Point> distinct(
            List<Point> points, String id, TimeForm form, List<String> said) {
        List<Point> distinct = new ArrayList<>(points.size());
        int twice = 0;
        for (Point point : points) {
            int last = distinct.size() - 1;
            if (last >= 0 && distinct.get(last).position() == point.position()) {
                if (id.equals(SeriesColumns.ONE)) {
                    throw new IllegalArgumentException(
                            "The time (%s) comes twice.\nMaybe the file holds several series: name the column of their ids, --id."
                                    .formatted(form.format(point.position())));
                }
                if (twice++ == 0) {
                    said.add(
                            "The series (%s) has the time (%s) twice, with (%s) and (%s); the later line stands."
                                    .formatted(
                                            id,
                                            form.format(point.position()),
                                            shown(distinct.get(last).value()),
                                            shown(point.value())));
                }
                distinct.set(last, point);
            } else {
                distinct.add(point);
            }
        }
        return distinct;
    }

    private static List<Point> plausible(
            List<Point> points, String id, TimeForm form, List<String> said) {
        double most = largest(points);
        List<Point> plausible = new ArrayList<>(points.size());
        boolean below = false;
        for (Point point : points) {
            double value = point.value();
            boolean possible = !(Math.abs(value) > most);
            if (!possible) {
                said.add(
                        "The series (%s) has (%s) at the time (%s), which is no plausible value; it counts as unknown."
                                .formatted(id, shown(value), form.format(point.position())));
            } else if (value < 0 && !below) {
                below = true;
                said.add(
                        "The series (%s) has (%s) at the time (%s), below 0; it is forecast with values below 0."
                                .formatted(id, shown(value), form.format(point.position())));
            }
            plausible.add(
                    possible
                            ? point
                            : new Point(
                                    point.position(),
                                    Double.NaN,
                                    point.covariates(),
                                    point.line()));
        }
        return plausible;
    }

    /** The size that no value may exceed. */
    private static double largest(List<Point> points) {
        double[] sizes =
                points.stream()
                        .mapToDouble(point -> Math.abs(point.value()))
                        .filter(size -> size > 0 && Double.isFinite(size))
                        .sorted()
                        .toArray();
        return sizes.length < ENOUGH ? Double.MAX_VALUE : OUTLYING * sizes[sizes.length / 2];
    }

    private TimeStep step(List<Point> points, TimeForm form) {
        return frequency.isEmpty()
                ? TimeStep.of(positions(points), form)
                : TimeStep.named(frequency, form);
    }

    private static long[] positions(List<Point> points) {
        return points.stream().mapToLong(Point::position).toArray();
    }

    /** One point for each step. */
    private List<Point> stepped(
            List<Point> points, String id, TimeForm form, TimeStep step, List<String> said) {
        List<Point> stepped = new ArrayList<>(List.of(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point point = points.get(i);
            long steps = step.between(before.position(), point.position(), form);
            if (steps < 1 || stepped.size() + steps > SPARSEST * points.size()) {
                said.add(
                        "The series (%s) has distances between its times that do not go together, as from (%s) to (%s); its values are taken one after the other."
                                .formatted(
                                        id,
                                        form.format(before.position()),
                                        form.format(point.position())));
                return points;
            }
            for (int gap = 1; gap < steps; gap++) {
                long position = step.after(before.position(), gap, form);
                stepped.add(
                        new Point(position, gapsAreZero ? 0 : Double.NaN, before.covariates(), 0));
            }
            stepped.add(point);
        }
        int gaps = stepped.size() - points.size();
        if (gaps > 0) {
            said.add(
                    "The series (%s) lacks %d of %d steps; they count as %s."
                            .formatted(id, gaps, stepped.size(), gapsAreZero ? "0" : "unknown"));
        }
        return stepped;
    }

    private List<Point> ahead(List<Point> after) {
        int[] indices = columns.ahead();
        int to = after.size();
        while (to > 0 && !knows(after.get(to - 1), indices)) {
            to--;
        }
        return to == 0 ? Collections.emptyList() : after.subList(0, to);
    }

    private static boolean knows(Point point, int[] indices) {
        return point.covariates() != null
                && Arrays.stream(indices).anyMatch(i -> Double.isFinite(point.covariates()[i]));
    }

    private Series series(
            String id, TimeForm form, List<Point> past, List<Point> ahead, List<String> said) {
        double[] values = new double[past.size()];
        boolean[] known = new boolean[past.size()];
        for (int i = 0; i < values.length; i++) {
            known[i] = !Double.isNaN(past.get(i).value());
            values[i] = known[i] ? past.get(i).value() : values[i - 1];
        }
        return new Series(
                id,
                form,
                positions(past),
                values,
                known,
                rows(past),
                positions(ahead),
                rows(ahead),
                said.toArray(String[]::new));
    }

    private double[][] rows(List<Point> points) {
        double[] nothing = new double[columns.all().size()];
        double[][] rows = new double[points.size()][];
        for (int i = 0; i < rows.length; i++) {
            double[] beside = points.get(i).covariates();
            rows[i] =
                    beside == null
                            ? nothing
                            : Arrays.stream(beside)
                                    .map(value -> Double.isFinite(value) ? value : 0)
                                    .toArray();
        }
        return rows;
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
