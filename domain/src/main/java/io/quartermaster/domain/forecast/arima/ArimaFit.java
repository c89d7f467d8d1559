package io.quartermaster.domain.forecast.arima;

import io.quartermaster.domain.forecast.SeriesStatistics;
import io.quartermaster.domain.optimisation.QuasiNewton;
import java.util.Arrays;

/**
 * Fits an order by exact maximum likelihood, from the start that least conditional squares give
 * (Brockwell and Davis, Introduction to Time Series and Forecasting, 5.2).
 */
public final class ArimaFit {

    private static final QuasiNewton SQUARES = new QuasiNewton(60, 1e-8);
    private static final QuasiNewton LIKELIHOOD = new QuasiNewton(60, 1e-9);

    /**
     * A fitted model and how well it fits.
     *
     * @param model after the last value
     * @param deviance minus two log likelihoods
     * @param criterion AICc; smaller is better
     */
    public record Fitted(ArimaModel model, double deviance, double criterion) {}

    private final ArimaOrder order;
    private final double[] values;
    private final ArimaVariables variables;
    private final ArimaOrder stationary;
    private final boolean whole;
    private final double[] differences;

    /** What the errors of one evaluation are written to. */
    private final double[] errors;

    private ArimaFit(ArimaOrder order, double[] values) {
        this.order = order;
        this.values = values;
        this.whole = Arrays.stream(values).noneMatch(Double::isNaN);
        this.stationary =
                new ArimaOrder(
                        order.ar(),
                        0,
                        order.ma(),
                        order.seasonalAr(),
                        0,
                        order.seasonalMa(),
                        order.period(),
                        false);
        this.differences = differenced(values, order);
        this.errors = new double[differences.length];
        double mean = Arrays.stream(differences).filter(v -> !Double.isNaN(v)).average().orElse(0);
        double squares =
                Arrays.stream(differences)
                        .filter(v -> !Double.isNaN(v))
                        .map(v -> (v - mean) * (v - mean))
                        .average()
                        .orElse(0);
        double centre = order.seasonalDifferences() == 1 ? mean / order.period() : mean;
        this.variables = new ArimaVariables(order, centre, Math.sqrt(squares) + 1e-9);
    }

    /**
     * The most likely model of an order.
     *
     * @param values oldest first, NaN where missing
     */
    public static Fitted of(ArimaOrder order, double[] values) {
        return new ArimaFit(order, values).fit();
    }

    private Fitted fit() {
        double[] start = new double[variables.count()];
        if (whole) {
            start = SQUARES.minimise(this::squares, start).point();
        }
        double[] point = LIKELIHOOD.minimise(this::objective, start).point();
        return fitted(variables.coefficients(point));
    }

    /** The model of given coefficients over the history. */
    Fitted fitted(ArimaCoefficients coefficients) {
        ArimaFilter filter = filter(coefficients);
        ArimaModel model =
                new ArimaModel(
                        order,
                        coefficients,
                        filter.variance(),
                        values.length,
                        filter.state(),
                        filter.covariance());
        double deviance = filter.deviance();
        return new Fitted(
                model,
                deviance,
                SeriesStatistics.criterion(deviance, order.parameters(), filter.count()));
    }

    static Fitted with(ArimaOrder order, ArimaCoefficients coefficients, double[] values) {
        return new ArimaFit(order, values).fitted(coefficients);
    }

    /**
     * Deviance a value. Without gaps the differences carry all that the likelihood knows, and the
     * filter need not hold the values that they are taken from.
     */
    private double objective(double[] point) {
        ArimaCoefficients coefficients = variables.coefficients(point);
        ArimaFilter filter = whole ? shortFilter(coefficients) : filter(coefficients);
        return filter.deviance() / Math.max(1, filter.count());
    }

    private ArimaFilter shortFilter(ArimaCoefficients coefficients) {
        ArimaFilter filter = ArimaFilter.start(new ArimaSystem(stationary, coefficients));
        double mean = meanDifference(coefficients);
        for (double difference : differences) {
            filter.step(difference - mean);
        }
        return filter;
    }

    /** What the order's differences leave of the mean or drift. */
    private double meanDifference(ArimaCoefficients coefficients) {
        return order.seasonalDifferences() == 1
                ? coefficients.constant() * order.period()
                : coefficients.constant();
    }

    private ArimaFilter filter(ArimaCoefficients coefficients) {
        ArimaFilter filter = ArimaFilter.start(new ArimaSystem(order, coefficients));
        for (int i = 0; i < values.length; i++) {
            filter.step(values[i] - level(coefficients, i));
        }
        return filter;
    }

    private double level(ArimaCoefficients coefficients, int step) {
        boolean mean = order.differences() + order.seasonalDifferences() == 0;
        return mean ? coefficients.constant() : coefficients.constant() * (step + 1);
    }

    /** Log of the mean square of the errors, given that those before the first are 0. */
    private double squares(double[] point) {
        ArimaCoefficients coefficients = variables.coefficients(point);
        double mean = meanDifference(coefficients);
        double[] phi = coefficients.phi(order.period());
        double[] theta = coefficients.theta(order.period());
        Arrays.fill(errors, 0, Math.min(phi.length, errors.length), 0);
        double sum = 0;
        for (int t = phi.length; t < differences.length; t++) {
            double error = differences[t] - mean;
            for (int i = 0; i < phi.length; i++) {
                error -= phi[i] * (differences[t - 1 - i] - mean);
            }
            for (int i = 0; i < theta.length && i < t; i++) {
                error -= theta[i] * errors[t - 1 - i];
            }
            errors[t] = error;
            sum += error * error;
        }
        return 0.5 * Math.log(sum / Math.max(1, differences.length - phi.length));
    }

    /** What is left after the order's differences; NaN where one of its values is missing. */
    static double[] differenced(double[] values, ArimaOrder order) {
        double[] delta = ArimaSystem.delta(order);
        double[] left = new double[Math.max(0, values.length - delta.length)];
        for (int i = 0; i < left.length; i++) {
            left[i] = values[i + delta.length];
            for (int j = 0; j < delta.length; j++) {
                left[i] -= delta[j] == 0 ? 0 : delta[j] * values[i + delta.length - 1 - j];
            }
        }
        return left;
    }
}
