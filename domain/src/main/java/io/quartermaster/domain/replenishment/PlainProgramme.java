package io.quartermaster.domain.replenishment;

import java.util.Objects;

/**
 * The field's plain linear programme, min c'x + s'y subject to Ax + By = d, 0 &lt;= x &lt;= u, 0
 * &lt;= y &lt;= v, with x the orders executed and y the stock; c and s their unit costs, A what
 * arrives, B stock carried over and used up, d demand.
 *
 * @param orderCost c, one per x
 * @param stockCost s, one per y
 * @param arrivals A, rows x orders
 * @param balance B, rows x stock
 * @param demand d, one per row
 * @param orderLimit u, one per x, {@link Double#POSITIVE_INFINITY} for no limit
 * @param stockLimit v, one per y, {@link Double#POSITIVE_INFINITY} for no limit
 */
public record PlainProgramme(
        double[] orderCost,
        double[] stockCost,
        SparseMatrix arrivals,
        SparseMatrix balance,
        double[] demand,
        double[] orderLimit,
        double[] stockLimit) {

    public PlainProgramme {
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(balance, "balance");
        length("c", orderCost, "columns of A", arrivals.columns());
        length("s", stockCost, "columns of B", balance.columns());
        length("d", demand, "rows of A", arrivals.rows());
        length("d", demand, "rows of B", balance.rows());
        length("u", orderLimit, "columns of A", arrivals.columns());
        length("v", stockLimit, "columns of B", balance.columns());
        finite("c", orderCost);
        finite("s", stockCost);
        finite("d", demand);
        limits("u", orderLimit);
        limits("v", stockLimit);
    }

    private static void length(String symbol, double[] values, String of, int wanted) {
        if (values.length != wanted) {
            throw new IllegalArgumentException(
                    "The length of %s (%d) must equal the %s (%d)."
                            .formatted(symbol, values.length, of, wanted));
        }
    }

    private static void finite(String symbol, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "%s[%d] (%s) must be a finite number.".formatted(symbol, i, values[i]));
            }
        }
    }

    private static void limits(String symbol, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) || values[i] < 0) {
                throw new IllegalArgumentException(
                        "%s[%d] (%s) must be 0 or more.\nMaybe leave it null for no limit."
                                .formatted(symbol, i, values[i]));
            }
        }
    }
}
