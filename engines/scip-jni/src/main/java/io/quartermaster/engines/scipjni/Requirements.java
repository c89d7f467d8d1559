package io.quartermaster.engines.scipjni;

/** What must hold before arrays cross: native code checks nothing. */
final class Requirements {

    private Requirements() {}

    static void length(String name, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(
                    "The length of %s (%d) must be %d.".formatted(name, length, wanted));
        }
    }

    /** Each index lies within 0 to most - 1. */
    static void within(String what, int[] indexes, String of, int most) {
        for (int index : indexes) {
            if (index < 0 || index >= most) {
                throw new IllegalArgumentException(
                        "The %s (%d) of an entry must lie within the %s (%d)."
                                .formatted(what, index, of, most));
            }
        }
    }

    /** Starts and entries of vectors in compressed sparse form. */
    static void sparse(String vectors, int count, int[] starts, int entries, double[] values) {
        length("values", values.length, entries);
        if (starts.length != count + 1 || starts[0] != 0 || starts[count] != entries) {
            throw new IllegalArgumentException(
                    "The starts (%d of them) must fit the %ss (%d) and entries (%d)."
                            .formatted(starts.length, vectors, count, entries));
        }
        for (int vector = 0; vector < count; vector++) {
            if (starts[vector] > starts[vector + 1]) {
                throw new IllegalArgumentException(
                        "The starts of %s (%d) must not fall.".formatted(vectors, vector));
            }
        }
        finite("values", values);
    }

    static void finite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "%s[%d] (%s) must be a finite number.".formatted(name, i, values[i]));
            }
        }
    }

    static void numbers(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException(
                        "%s[%d] (%s) must be a number.".formatted(name, i, values[i]));
            }
        }
    }

    /** A copy in which SCIP's infinity stands for what is beyond it. */
    static double[] clamped(String name, double[] bounds, double infinity) {
        numbers(name, bounds);
        double[] copy = bounds.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Math.max(-infinity, Math.min(infinity, copy[i]));
        }
        return copy;
    }

    /** Limits that cross are refused: the solver would take them as they are. */
    private static void ordered(String low, double[] lower, String high, double[] upper) {
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i]) {
                throw new IllegalArgumentException(
                        "%s[%d] (%s) must not be above %s (%s)."
                                .formatted(low, i, lower[i], high, upper[i]));
            }
        }
    }

    /** Columns: costs, bounds and entries. */
    static void columns(
            double[] objective,
            double[] lower,
            double[] upper,
            int[] starts,
            int[] entryRows,
            double[] values,
            int rows) {
        sparse("column", objective.length, starts, entryRows.length, values);
        within("row", entryRows, "rows", rows);
        finite("objective", objective);
        bounds(lower, upper, objective.length);
    }

    static void bounds(double[] lower, double[] upper, int count) {
        length("lower", lower.length, count);
        length("upper", upper.length, count);
        ordered("lower", lower, "upper", upper);
    }

    static void sides(double[] left, double[] right, int count) {
        length("left", left.length, count);
        length("right", right.length, count);
        ordered("left", left, "right", right);
    }
}
