package io.quartermaster.domain.forecast.hierarchy;

/**
 * Coherent forecasts in whole thousandths of a unit: the series are rounded, half up, with none
 * below 0; each total is the sum of its rounded series. So totals add up exactly, and what rounding
 * changes lies in the totals.
 */
public final class WholeTotals {

    private static final double THOUSANDTHS = 1000;

    private WholeTotals() {}

    /**
     * Thousandths of all nodes for one step, totals first.
     *
     * @param ofSeries units of each series
     */
    public static long[] of(Hierarchy hierarchy, double[] ofSeries) {
        long[] series = new long[ofSeries.length];
        for (int i = 0; i < series.length; i++) {
            series[i] = Math.max(0, Math.round(ofSeries[i] * THOUSANDTHS));
        }
        long[] nodes = new long[hierarchy.nodes()];
        System.arraycopy(hierarchy.sums(series), 0, nodes, 0, hierarchy.totals());
        System.arraycopy(series, 0, nodes, hierarchy.totals(), series.length);
        return nodes;
    }

    /** Units of so many thousandths. */
    public static double units(long thousandths) {
        return thousandths / THOUSANDTHS;
    }
}
