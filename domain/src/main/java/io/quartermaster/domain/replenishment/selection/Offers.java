package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * At what prices a place may take units from other places and give units to them, by day.
 *
 * @param in money per unit taken, infinite for never
 * @param most units that can be taken, infinite for any
 * @param out money earned per unit given, minus infinity for never
 */
record Offers(double[] in, double[] most, double[] out) {

    /** Takes any number and gives any number. */
    static Offers of(double[] in, double[] out) {
        return new Offers(in, filled(in.length, Double.POSITIVE_INFINITY), out);
    }

    /** Takes only. */
    static Offers taking(double[] in, double[] most) {
        return new Offers(in, most, filled(in.length, Double.NEGATIVE_INFINITY));
    }

    /** Gives only. */
    static Offers giving(double[] out) {
        double[] never = filled(out.length, Double.POSITIVE_INFINITY);
        return new Offers(never, never, out);
    }

    private static double[] filled(int days, double value) {
        double[] all = new double[days];
        Arrays.fill(all, value);
        return all;
    }
}
