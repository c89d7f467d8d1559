package io.quartermaster.domain.forecast.hierarchy;

import java.util.Arrays;

/**
 * Covariance of the errors of base forecasts, kept as what it is made of:
 *
 * <pre>
 * W = λ diag(d) + (1 - λ) R R' / T
 * </pre>
 *
 * with R the errors [nodes][T] and d their mean squares. λ is the shrinkage towards no correlation
 * of Schäfer and Strimmer (2005), as Wickramasuriya, Athanasopoulos and Hyndman (2019) use it: with
 * x = errors over the root of d,
 *
 * <pre>
 * λ = sum of var(r) / sum of r²,  r = mean of x_i x_j,  var(r) = (sum (x_i x_j)² - (sum x_i x_j)² / T) / (T (T - 1))
 * </pre>
 *
 * over all i ≠ j. Both sums come from the T x T product X'X, so that thousands of nodes need no
 * matrix of their own: time nodes · T², memory nodes · T.
 *
 * @param variances of each node, above 0
 * @param errors [nodes][T], T 0 where nothing is known of correlations
 * @param shrinkage λ, 0 to 1
 */
public record ErrorCovariance(double[] variances, double[][] errors, double shrinkage) {

    /** A node that never erred still may. */
    private static final double LEAST_VARIANCE = 1e-6;

    /** Without correlations: weighted least squares. */
    public static ErrorCovariance uncorrelated(double[] variances) {
        double[] floored = Arrays.stream(variances).map(ErrorCovariance::floored).toArray();
        return new ErrorCovariance(floored, new double[variances.length][0], 1);
    }

    /**
     * From errors.
     *
     * @param errors [nodes][T], T 2 or more
     */
    public static ErrorCovariance of(double[][] errors) {
        int times = errors[0].length;
        if (times < 2) {
            throw new IllegalArgumentException(
                    "The errors of each node (%d) must be 2 or more.\nMaybe take them as uncorrelated."
                            .formatted(times));
        }
        double[] variances = new double[errors.length];
        for (int node = 0; node < errors.length; node++) {
            variances[node] = floored(squares(errors[node]) / times);
        }
        return new ErrorCovariance(variances, errors, shrinkage(errors, variances));
    }

    private static double floored(double variance) {
        return Math.max(LEAST_VARIANCE, variance);
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static double shrinkage(double[][] errors, double[] variances) {
        int times = errors[0].length;
        double[][] products = new double[times][times];
        double ownSquares = 0;
        double ownFourths = 0;
        double[] x = new double[times];
        for (int node = 0; node < errors.length; node++) {
            double deviation = Math.sqrt(variances[node]);
            double sum = 0;
            for (int time = 0; time < times; time++) {
                x[time] = errors[node][time] / deviation;
                sum += x[time] * x[time];
                ownFourths += x[time] * x[time] * x[time] * x[time];
            }
            ownSquares += sum * sum;
            for (int one = 0; one < times; one++) {
                for (int other = 0; other <= one; other++) {
                    products[one][other] += x[one] * x[other];
                }
            }
        }
        double squaredSums = 0;
        double sumsOfSquares = 0;
        for (int one = 0; one < times; one++) {
            sumsOfSquares += products[one][one] * products[one][one];
            for (int other = 0; other < times; other++) {
                double product = products[Math.max(one, other)][Math.min(one, other)];
                squaredSums += product * product;
            }
        }
        double correlations = (squaredSums - ownSquares) / times / times;
        double variance =
                (sumsOfSquares - ownFourths - (squaredSums - ownSquares) / times)
                        / (times * (times - 1.0));
        return correlations <= 0 ? 1 : Math.max(0, Math.min(1, variance / correlations));
    }

    /** W v. */
    double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int node = 0; node < vector.length; node++) {
            product[node] = shrinkage * variances[node] * vector[node];
        }
        int times = errors[0].length;
        double[] scores = new double[times];
        for (int node = 0; node < vector.length; node++) {
            for (int time = 0; time < times; time++) {
                scores[time] += errors[node][time] * vector[node];
            }
        }
        for (int node = 0; node < vector.length; node++) {
            double sum = 0;
            for (int time = 0; time < times; time++) {
                sum += errors[node][time] * scores[time];
            }
            product[node] += times == 0 ? 0 : (1 - shrinkage) * sum / times;
        }
        return product;
    }
}
