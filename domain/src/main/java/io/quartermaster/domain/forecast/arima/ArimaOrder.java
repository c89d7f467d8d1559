package io.quartermaster.domain.forecast.arima;

/**
 * The order (p, d, q)(P, D, Q) of a seasonal ARIMA model.
 *
 * @param ar p, autoregressive terms
 * @param differences d
 * @param ma q, moving-average terms
 * @param seasonalAr P
 * @param seasonalDifferences D
 * @param seasonalMa Q
 * @param period steps of a season, 1 without one
 * @param constant whether it has a mean (no differences) or a drift (one); none with two
 */
public record ArimaOrder(
        int ar,
        int differences,
        int ma,
        int seasonalAr,
        int seasonalDifferences,
        int seasonalMa,
        int period,
        boolean constant) {

    public ArimaOrder {
        int least =
                Math.min(
                        Math.min(Math.min(ar, differences), ma),
                        Math.min(Math.min(seasonalAr, seasonalDifferences), seasonalMa));
        if (least < 0 || period < 1) {
            throw new IllegalArgumentException(
                    "The terms of an ARIMA order must be 0 or more and its period 1 or more.");
        }
        if (period == 1 && seasonalAr + seasonalDifferences + seasonalMa > 0) {
            throw new IllegalArgumentException(
                    "Seasonal terms need a period of 2 or more steps.\nMaybe 7, 12 or 52.");
        }
        if (constant && differences + seasonalDifferences > 1) {
            throw new IllegalArgumentException(
                    "A constant under two differences would be a trend that bends: there is none.");
        }
    }

    /** An order without a season. */
    public static ArimaOrder plain(int ar, int differences, int ma, boolean constant) {
        return new ArimaOrder(ar, differences, ma, 0, 0, 0, 1, constant);
    }

    /** Coefficients without the constant. */
    int terms() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** Coefficients, constant and variance. */
    int parameters() {
        return terms() + (constant ? 1 : 0) + 1;
    }

    /** Steps lost to differences. */
    int lost() {
        return differences + seasonalDifferences * period;
    }

    /** For example {@code ARIMA(1,1,2)(0,1,1)[12] with drift}. */
    @Override
    public String toString() {
        String season =
                period == 1
                        ? ""
                        : "(%d,%d,%d)[%d]"
                                .formatted(seasonalAr, seasonalDifferences, seasonalMa, period);
        String level = differences + seasonalDifferences == 0 ? " with mean" : " with drift";
        return "ARIMA(%d,%d,%d)".formatted(ar, differences, ma) + season + (constant ? level : "");
    }
}
