package io.quartermaster.domain.forecast.arima;

/**
 * An ARIMA model as a linear system: the state holds the r terms of Harvey's form of the ARMA part,
 * then the last values as differences need them. One step: x' = T x + (1, theta, 0) e; the value is
 * x_0 + sum of delta times the last values.
 */
final class ArimaSystem {

    /** Variance of what is not known at the start, in error variances. */
    private static final double DIFFUSE = 1e6;

    private static final int DOUBLINGS = 40;
    private static final double NOTHING = 1e-8;

    private final double[] phi;
    private final double[] noise;
    private final double[] delta;
    private final int armaSize;

    ArimaSystem(ArimaOrder order, ArimaCoefficients coefficients) {
        double[] ar = coefficients.phi(order.period());
        double[] ma = coefficients.theta(order.period());
        this.armaSize = Math.max(ar.length, ma.length + 1);
        this.phi = new double[armaSize];
        System.arraycopy(ar, 0, phi, 0, ar.length);
        this.noise = new double[armaSize];
        noise[0] = 1;
        System.arraycopy(ma, 0, noise, 1, ma.length);
        this.delta = delta(order);
    }

    /** y = delta_1 y one step ago + ... + difference. */
    static double[] delta(ArimaOrder order) {
        double[] polynomial = new double[0];
        for (int i = 0; i < order.differences(); i++) {
            polynomial = ArimaCoefficients.product(polynomial, new double[] {-1}, 1);
        }
        for (int i = 0; i < order.seasonalDifferences(); i++) {
            polynomial = ArimaCoefficients.product(polynomial, new double[] {-1}, order.period());
        }
        double[] delta = new double[polynomial.length];
        for (int i = 0; i < delta.length; i++) {
            delta[i] = -polynomial[i];
        }
        return delta;
    }

    int size() {
        return armaSize + delta.length;
    }

    /** The value that a state tells. */
    double value(double[] state) {
        return observed(state, 0, 1);
    }

    private double observed(double[] x, int offset, int stride) {
        double sum = x[offset];
        for (int i = 0; i < delta.length; i++) {
            sum += delta[i] * x[offset + (armaSize + i) * stride];
        }
        return sum;
    }

    /** One step of a state, in place. */
    void advance(double[] state) {
        advance(state, 0, 1);
    }

    private void advance(double[] x, int offset, int stride) {
        double first = x[offset];
        double value = observed(x, offset, stride);
        for (int i = 0; i < armaSize; i++) {
            double next = i + 1 < armaSize ? x[offset + (i + 1) * stride] : 0;
            x[offset + i * stride] = next + phi[i] * first;
        }
        for (int i = delta.length - 1; i > 0; i--) {
            x[offset + (armaSize + i) * stride] = x[offset + (armaSize + i - 1) * stride];
        }
        if (delta.length > 0) {
            x[offset + armaSize * stride] = value;
        }
    }

    /** One step of a covariance [size][size] in rows, in place: T P T' and the new error. */
    void advanceCovariance(double[] covariance) {
        int size = size();
        for (int column = 0; column < size; column++) {
            advance(covariance, column, size);
        }
        for (int row = 0; row < size; row++) {
            advance(covariance, row * size, 1);
        }
        for (int i = 0; i < armaSize; i++) {
            for (int j = 0; j < armaSize; j++) {
                covariance[i * size + j] += noise[i] * noise[j];
            }
        }
    }

    /** Covariance of the state with the value. */
    double[] withValue(double[] covariance) {
        int size = size();
        double[] with = new double[size];
        for (int row = 0; row < size; row++) {
            with[row] = observed(covariance, row * size, 1);
        }
        return with;
    }

    /** Of the state after the first step's predecessor: stationary, the last values unknown. */
    double[] firstCovariance() {
        int size = size();
        double[] arma = stationary();
        double[] covariance = new double[size * size];
        for (int i = 0; i < armaSize; i++) {
            System.arraycopy(arma, i * armaSize, covariance, i * size, armaSize);
        }
        for (int i = armaSize; i < size; i++) {
            covariance[i * size + i] = DIFFUSE;
        }
        return covariance;
    }

    /** P = T P T' + V of the ARMA part, by doubling: sum over k of T^k V T'^k. */
    private double[] stationary() {
        int r = armaSize;
        double[] power = new double[r * r];
        double[] sum = new double[r * r];
        for (int i = 0; i < r; i++) {
            power[i * r] = phi[i];
            if (i + 1 < r) {
                power[i * r + i + 1] = 1;
            }
            for (int j = 0; j < r; j++) {
                sum[i * r + j] = noise[i] * noise[j];
            }
        }
        for (int k = 0; k < DOUBLINGS && largest(power) > NOTHING; k++) {
            double[] more = times(times(power, sum, false), power, true);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
            power = times(power, power, false);
        }
        return sum;
    }

    private double[] times(double[] one, double[] other, boolean transposed) {
        int r = armaSize;
        double[] product = new double[r * r];
        for (int i = 0; i < r; i++) {
            for (int k = 0; k < r; k++) {
                double factor = one[i * r + k];
                for (int j = 0; factor != 0 && j < r; j++) {
                    product[i * r + j] +=
                            factor * (transposed ? other[j * r + k] : other[k * r + j]);
                }
            }
        }
        return product;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
