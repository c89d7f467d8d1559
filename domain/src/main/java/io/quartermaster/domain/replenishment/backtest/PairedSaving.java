package io.quartermaster.domain.replenishment.backtest;

/**
 * What one policy saves against another over paired replays, as a share of the other's cost, with a
 * 95 % interval of the mean by Student's t.
 *
 * @param mean share saved, below 0 where it costs more
 * @param low lower end, NaN with one replay
 * @param high upper end, NaN with one replay
 */
public record PairedSaving(double mean, double low, double high) {

    /** The 0.975 quantiles of Student's t by degrees of freedom from 1 on. */
    private static final double[] QUANTILES = {
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
        2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860
    };

    /** The saving from shares of each pair, one or more. */
    public static PairedSaving of(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double mean = sum / shares.length;
        if (shares.length < 2) {
            return new PairedSaving(mean, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        double error = Math.sqrt(squares / (shares.length - 1) / shares.length);
        double t = QUANTILES[Math.min(QUANTILES.length, shares.length - 1) - 1];
        return new PairedSaving(mean, mean - t * error, mean + t * error);
    }
}
