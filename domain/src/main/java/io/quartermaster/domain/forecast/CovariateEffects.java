package io.quartermaster.domain.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How much what is known ahead (price, promotion, other columns) multiplies demand.
 *
 * <p>log(y + d) = level + slope t + phase of the season + w x, fitted by ridge least squares, d a
 * tenth of the mean so that zeros have a logarithm. x are the covariates, prices as logarithms,
 * less their means, over their deviations: the penalty of each is that of its {@link
 * CovariateKind}. The effect of a step is e = exp(w x), its base demand (y + d) / e - d: what would
 * have been with all covariates at their means. A model that forecasts the base gets its forecast
 * back by the effects of the steps ahead.
 *
 * @param kinds of the columns
 * @param weights w, of standardised columns
 * @param means of the transformed columns
 * @param deviations of them; 0 where a column never changes, which then has no effect
 * @param shift d
 */
public record CovariateEffects(
        List<CovariateKind> kinds,
        double[] weights,
        double[] means,
        double[] deviations,
        double shift) {

    private static final double SHARE_OF_MEAN = 0.1;
    private static final double FREE = 1e-3;
    private static final double PHASE = 1;
    private static final int LONGEST_SEASON = 24;

    /** No effect multiplies or divides by more than exp of this. */
    private static final double LARGEST = 4;

    public CovariateEffects {
        kinds = List.copyOf(kinds);
    }

    /**
     * Fits.
     *
     * @param values 0 or more, oldest first, NaN where missing
     * @param rows [steps][columns] covariates of each step, NaN where missing
     * @param season steps of a season, 1 for none; one above 24 is left out
     */
    public static CovariateEffects fit(
            double[] values, double[][] rows, List<CovariateKind> kinds, int season) {
        CovariateEffects none = standard(values, rows, kinds);
        int phases = season <= LONGEST_SEASON && values.length >= 2 * season ? season - 1 : 0;
        LeastSquaresFit fit = start(kinds, phases);
        double length = values.length;
        for (int step = 0; step < values.length; step++) {
            if (!Double.isNaN(values[step])) {
                double[] x = new double[2 + phases + kinds.size()];
                x[0] = 1;
                x[1] = step / length - 0.5;
                if (step % season < phases) {
                    x[2 + step % season] = 1;
                }
                System.arraycopy(none.inputs(rows[step]), 0, x, 2 + phases, kinds.size());
                fit = fit.update(x, Math.log(values[step] + none.shift), 1);
            }
        }
        double[] weights = fit.weights();
        return new CovariateEffects(
                kinds,
                Arrays.copyOfRange(weights, 2 + phases, weights.length),
                none.means,
                none.deviations,
                none.shift);
    }

    private static LeastSquaresFit start(List<CovariateKind> kinds, int phases) {
        int size = 2 + phases + kinds.size();
        double[] covariance = new double[size * size];
        for (int i = 0; i < size; i++) {
            double penalty =
                    i < 2 ? FREE : i < 2 + phases ? PHASE : kinds.get(i - 2 - phases).penalty();
            covariance[i * size + i] = 1 / penalty;
        }
        return new LeastSquaresFit(new double[size], covariance);
    }

    private static CovariateEffects standard(
            double[] values, double[][] rows, List<CovariateKind> kinds) {
        double[] means = new double[kinds.size()];
        double[] deviations = new double[kinds.size()];
        for (int column = 0; column < means.length; column++) {
            int at = column;
            double[] known =
                    Arrays.stream(rows)
                            .mapToDouble(row -> kinds.get(at).transformed(row[at]))
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            means[column] = SeriesStatistics.mean(known);
            deviations[column] =
                    known.length == 0 ? 0 : Math.sqrt(SeriesStatistics.autocovariance(known, 0));
        }
        double mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
        double shift = mean > 0 ? SHARE_OF_MEAN * mean : 1;
        return new CovariateEffects(kinds, new double[means.length], means, deviations, shift);
    }

    private double[] inputs(double[] row) {
        double[] inputs = new double[kinds.size()];
        for (int column = 0; column < inputs.length; column++) {
            double value = kinds.get(column).transformed(row[column]);
            boolean says = !Double.isNaN(value) && deviations[column] > 1e-9;
            inputs[column] = says ? (value - means[column]) / deviations[column] : 0;
        }
        return inputs;
    }

    /** What covariates multiply demand by, 1 at their means. */
    public double effect(double[] row) {
        double[] inputs = inputs(row);
        double sum = 0;
        for (int column = 0; column < inputs.length; column++) {
            sum += weights[column] * inputs[column];
        }
        return Math.exp(Math.max(-LARGEST, Math.min(LARGEST, sum)));
    }

    /** Values as they would be with all covariates at their means. */
    public double[] base(double[] values, double[][] rows) {
        double[] base = new double[values.length];
        Arrays.setAll(
                base, step -> Math.max(0, (values[step] + shift) / effect(rows[step]) - shift));
        return base;
    }

    /**
     * A forecast of the base as one of demand.
     *
     * @param ahead [steps][columns] covariates of the steps ahead
     */
    public HorizonForecast restored(HorizonForecast base, double[][] ahead) {
        double[] effects = Arrays.stream(ahead).mapToDouble(this::effect).toArray();
        double[][] quantiles = new double[base.levels().length][];
        Arrays.setAll(quantiles, level -> restored(base.quantiles()[level], effects));
        return new HorizonForecast(restored(base.mean(), effects), base.levels(), quantiles)
                .possible();
    }

    private double[] restored(double[] base, double[] effects) {
        double[] values = new double[base.length];
        Arrays.setAll(values, step -> (base[step] + shift) * effects[step] - shift);
        return values;
    }
}
