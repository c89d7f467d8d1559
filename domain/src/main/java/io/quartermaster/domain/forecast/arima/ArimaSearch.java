package io.quartermaster.domain.forecast.arima;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The automatic order of Hyndman and Khandakar (Automatic Time Series Forecasting, Journal of
 * Statistical Software 27, 2008): differences by tests, then steps from four simple orders to the
 * neighbour with a smaller AICc, until there is none. Orders with a root near the unit circle do
 * not count.
 */
public final class ArimaSearch {

    private static final int MOST_TERMS = 5;
    private static final int MOST_SEASONAL = 2;
    private static final int MOST_IN_ALL = 5;
    private static final int MOST_FITS = 94;

    /** Roots nearer to the unit circle than this are on it. */
    private static final double NEAR = 1.01;

    /** A longer season is not looked for: the state would hold too much. */
    static final int LONGEST_SEASON = 24;

    private final double[] values;
    private final int period;
    private final int differences;
    private final int seasonalDifferences;
    private final Map<ArimaOrder, ArimaFit.Fitted> tried = new HashMap<>();

    private ArimaSearch(double[] values, int period) {
        this.values = values;
        this.period = period > LONGEST_SEASON || values.length < 2 * period + 2 ? 1 : period;
        this.seasonalDifferences = Differencing.seasonal(values, this.period);
        this.differences = Differencing.plain(values, this.period, seasonalDifferences);
    }

    /**
     * The best order's model for a history.
     *
     * @param values oldest first, NaN where missing
     * @param period steps of a season, 1 for none; one above 24, or with less than two seasons of
     *     values, counts as none
     */
    public static ArimaFit.Fitted automatic(double[] values, int period) {
        return new ArimaSearch(values, period).search();
    }

    private ArimaFit.Fitted search() {
        boolean constant = differences + seasonalDifferences <= 1;
        ArimaFit.Fitted best = fit(order(0, 0, 0, 0, constant));
        best = better(best, fit(order(0, 0, 0, 0, false)));
        int season = period > 1 ? 1 : 0;
        best = better(best, fit(order(2, 2, season, season, constant)));
        best = better(best, fit(order(1, 0, season, 0, constant)));
        best = better(best, fit(order(0, 1, 0, season, constant)));
        Optional<ArimaFit.Fitted> next = firstBetter(best);
        while (next.isPresent() && tried.size() < MOST_FITS) {
            best = next.get();
            next = firstBetter(best);
        }
        return best;
    }

    private Optional<ArimaFit.Fitted> firstBetter(ArimaFit.Fitted best) {
        for (ArimaOrder neighbour : neighbours(best.model().order())) {
            if (!tried.containsKey(neighbour)) {
                ArimaFit.Fitted fitted = fit(neighbour);
                if (fitted.criterion() < best.criterion()) {
                    return Optional.of(fitted);
                }
            }
        }
        return Optional.empty();
    }

    private List<ArimaOrder> neighbours(ArimaOrder of) {
        List<ArimaOrder> all = new ArrayList<>();
        int[][] steps = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
        for (int[] step : steps) {
            if (period > 1) {
                add(all, of, 0, 0, step[0], step[1], of.constant());
            }
        }
        for (int[] step : steps) {
            add(all, of, step[0], step[1], 0, 0, of.constant());
        }
        if (differences + seasonalDifferences <= 1) {
            add(all, of, 0, 0, 0, 0, !of.constant());
        }
        return all;
    }

    private void add(
            List<ArimaOrder> all,
            ArimaOrder of,
            int ar,
            int ma,
            int seasonalAr,
            int seasonalMa,
            boolean constant) {
        int p = of.ar() + ar;
        int q = of.ma() + ma;
        int sp = of.seasonalAr() + seasonalAr;
        int sq = of.seasonalMa() + seasonalMa;
        boolean within =
                Math.min(Math.min(p, q), Math.min(sp, sq)) >= 0
                        && Math.max(p, q) <= MOST_TERMS
                        && Math.max(sp, sq) <= MOST_SEASONAL
                        && p + q + sp + sq <= MOST_IN_ALL;
        if (within) {
            all.add(order(p, q, sp, sq, constant));
        }
    }

    private ArimaOrder order(int ar, int ma, int seasonalAr, int seasonalMa, boolean constant) {
        return new ArimaOrder(
                ar, differences, ma, seasonalAr, seasonalDifferences, seasonalMa, period, constant);
    }

    private ArimaFit.Fitted fit(ArimaOrder order) {
        ArimaFit.Fitted fitted = tried.get(order);
        if (fitted == null) {
            fitted = ArimaFit.of(order, values);
            if (onTheCircle(fitted.model())) {
                fitted =
                        new ArimaFit.Fitted(
                                fitted.model(), fitted.deviance(), Double.POSITIVE_INFINITY);
            }
            tried.put(order, fitted);
        }
        return fitted;
    }

    private static ArimaFit.Fitted better(ArimaFit.Fitted one, ArimaFit.Fitted other) {
        return other.criterion() < one.criterion() ? other : one;
    }

    private static boolean onTheCircle(ArimaModel model) {
        ArimaCoefficients c = model.coefficients();
        return !inside(c.ar(), 1)
                || !inside(c.ma(), -1)
                || !inside(c.seasonalAr(), 1)
                || !inside(c.seasonalMa(), -1);
    }

    /** Whether all roots of 1 - sign (c_1 z + ...) lie outside a circle a little larger. */
    private static boolean inside(double[] coefficients, int sign) {
        double[] left = new double[coefficients.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = sign * coefficients[i] * Math.pow(NEAR, i + 1);
        }
        for (int k = left.length; k > 0; k--) {
            double partial = left[k - 1];
            if (Math.abs(partial) >= 1) {
                return false;
            }
            double[] shorter = new double[k - 1];
            for (int j = 0; j < k - 1; j++) {
                shorter[j] = (left[j] + partial * left[k - 2 - j]) / (1 - partial * partial);
            }
            left = shorter;
        }
        return true;
    }
}
