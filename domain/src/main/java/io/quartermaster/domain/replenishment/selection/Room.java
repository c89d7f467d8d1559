package io.quartermaster.domain.replenishment.selection;

import java.util.Arrays;

/**
 * What shared rules leave to one item.
 *
 * @param units units of an order at most, by step
 * @param money money for the units of an order at most, by step
 * @param stock units in stock at a day's end at most, by day
 * @param isStrict whether stock that is there without orders has to fit too: where units can go to
 *     other places, others may have been given its room
 * @param forced whether an order has to be placed, by step; empty where none has
 */
record Room(double[] units, double[] money, double[] stock, boolean isStrict, boolean[] forced) {

    private static final boolean[] NONE = {};

    Room(double[] units, double[] money, double[] stock, boolean isStrict) {
        this(units, money, stock, isStrict, NONE);
    }

    static Room unlimited(ItemProgramme item) {
        int steps = item.steps().length;
        Room room = new Room(new double[steps], new double[steps], new double[item.days()], false);
        Arrays.fill(room.units, Double.POSITIVE_INFINITY);
        Arrays.fill(room.money, Double.POSITIVE_INFINITY);
        Arrays.fill(room.stock, Double.POSITIVE_INFINITY);
        return room;
    }

    /** The same in which an order of a step has to be placed, or must not be. */
    Room decided(int step, boolean ordered) {
        double[] most = units.clone();
        boolean[] must = forced.length == 0 ? new boolean[most.length] : forced.clone();
        must[step] = ordered;
        most[step] = ordered ? most[step] : 0;
        return new Room(most, money, stock, isStrict, must);
    }

    /** Whether an order has to be placed in a step. */
    boolean isForced(int step) {
        return forced.length > 0 && forced[step];
    }

    /** The same in which stock that is there without orders has to fit too. */
    Room strict() {
        return new Room(units, money, stock, true);
    }
}
