package io.quartermaster.domain.event.generator;

import java.util.SplittableRandom;

/**
 * One named stream of random numbers. Functions of reals go through {@link StrictMath}, so that a
 * seed means the same on every machine.
 */
final class Draws {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of these names under this seed. */
    static Draws of(long seed, Object... names) {
        long hash = FNV_OFFSET ^ seed * 0x9E3779B97F4A7C15L;
        for (Object name : names) {
            String text = String.valueOf(name);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ '|') * FNV_PRIME;
        }
        return new Draws(hash);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return random.nextDouble();
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** Uniform in 0 to bound - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Standard normal, by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * Math.PI * unit());
    }

    /** Poisson with this mean, by Knuth, in parts of at most 30. */
    int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 30) {
            count += smallPoisson(Math.min(left, 30));
        }
        return count;
    }

    /** Negative binomial with this mean and variance mean + mean² / size. */
    int negativeBinomial(double mean, double size) {
        return mean <= 0 ? 0 : poisson(gamma(size) * mean / size);
    }

    /** Index drawn in proportion to the weights. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = unit() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private int smallPoisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }

    /** Gamma with shape 1 or more and scale 1, by Marsaglia and Tsang (2000). */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0
                    && StrictMath.log(1 - unit())
                            < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
