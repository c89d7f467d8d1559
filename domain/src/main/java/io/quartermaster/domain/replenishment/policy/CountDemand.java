package io.quartermaster.domain.replenishment.policy;

import java.util.Arrays;

/**
 * Demand in whole units: probabilities of {@code least, least + 1, …}, made by {@link Counts}. What
 * is less likely than 1e-16 beside the likeliest is left out, and the rest sums to 1.
 */
public final class CountDemand implements Demand {

    private static final double NEGLIGIBLE = 1e-16;

    /** More values than this are refused: they would take hundreds of megabytes. */
    private static final int MOST_VALUES = 4_000_000;

    private static final double MOST_WORK = 4e9;

    private final int least;
    private final double[] probabilities;

    /** Of more than least + i units. */
    private final double[] above;

    /** Units expected above least + i units. */
    private final double[] loss;

    private final double mean;
    private final double deviation;

    CountDemand(int least, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        this.least = least;
        this.probabilities = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.above = new double[weights.length];
        this.loss = new double[weights.length];
        for (int i = weights.length - 2; i >= 0; i--) {
            above[i] = above[i + 1] + probabilities[i + 1];
            loss[i] = loss[i + 1] + above[i];
        }
        this.mean = least + loss[0];
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double difference = least + i - mean;
            squares += difference * difference * probabilities[i];
        }
        this.deviation = Math.sqrt(squares);
    }

    /** Probabilities of 0, 1, 2, … units; they are scaled to sum to 1. */
    public static CountDemand of(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            Terms.amount("probability", weight);
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "The probabilities of demand (%d values) must sum to more than 0.\nMaybe the list is empty."
                            .formatted(weights.length));
        }
        return trimmed(0, weights, 0);
    }

    /** What was observed, each as likely as the next; whole units of 0 or more. */
    public static CountDemand observed(double... units) {
        if (units.length == 0) {
            throw new IllegalArgumentException(
                    "There is no observed demand.\nMaybe the file holds a header only.");
        }
        double[] weights = {};
        for (double unit : units) {
            Terms.amount("observed demand", unit);
            if (unit != Math.rint(unit)) {
                throw new IllegalArgumentException(
                        "The observed demand (%s) must be a whole number.\nMaybe count in smaller units, or take the normal distribution."
                                .formatted(unit));
            }
            int index = count(unit);
            weights = Arrays.copyOf(weights, Math.max(weights.length, index + 1));
            weights[index]++;
        }
        return new CountDemand(0, weights);
    }

    /** A count as an index, where it is not too large for one. */
    static int count(double units) {
        if (units >= MOST_VALUES) {
            throw new IllegalArgumentException(
                    "The demand (up to %s units) is too large to count unit by unit.\nMaybe count in packs, or take the normal distribution."
                            .formatted(units));
        }
        return (int) units;
    }

    /** The sum of this and another, independent demand. */
    public CountDemand plus(CountDemand other) {
        double work = (double) probabilities.length * other.probabilities.length;
        if (work > MOST_WORK) {
            throw new IllegalArgumentException(
                    "The demand of several periods (up to %s units) is too large to count unit by unit.\nMaybe count in packs, or take the normal distribution."
                            .formatted((double) largest() + other.largest()));
        }
        double[] sum = new double[probabilities.length + other.probabilities.length - 1];
        for (int i = 0; i < probabilities.length; i++) {
            for (int j = 0; j < other.probabilities.length; j++) {
                sum[i + j] += probabilities[i] * other.probabilities[j];
            }
        }
        return trimmed(least + other.least, sum, NEGLIGIBLE);
    }

    /** The sum of so many independent periods, 0 or more. */
    public CountDemand over(int periods) {
        CountDemand sum = new CountDemand(0, new double[] {1});
        CountDemand power = this;
        for (int rest = periods; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                sum = sum.plus(power);
            }
            if (rest > 1) {
                power = power.plus(power);
            }
        }
        return sum;
    }

    /** Demand of a random number of periods, independent of demand: the mixture of the sums. */
    public CountDemand overRandom(CountDemand periods) {
        double[] mixed = {};
        CountDemand sum = over(periods.least);
        for (double chance : periods.probabilities) {
            mixed = Arrays.copyOf(mixed, Math.max(mixed.length, sum.largest() + 1));
            for (int i = 0; i < sum.probabilities.length; i++) {
                mixed[sum.least + i] += chance * sum.probabilities[i];
            }
            sum = sum.plus(this);
        }
        return trimmed(0, mixed, 0);
    }

    /** Without ends that are no likelier than a share of the likeliest. */
    private static CountDemand trimmed(int least, double[] weights, double share) {
        double negligible = share * Arrays.stream(weights).max().orElse(1);
        int from = 0;
        int to = weights.length;
        while (weights[from] <= negligible) {
            from++;
        }
        while (weights[to - 1] <= negligible) {
            to--;
        }
        return new CountDemand(least + from, Arrays.copyOfRange(weights, from, to));
    }

    /** The least count that has a probability. */
    public int least() {
        return least;
    }

    /** The largest count that has a probability. */
    public int largest() {
        return least + probabilities.length - 1;
    }

    public double probability(int units) {
        int i = units - least;
        return i < 0 || i >= probabilities.length ? 0 : probabilities[i];
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double deviation() {
        return deviation;
    }

    @Override
    public double cumulative(double units) {
        double i = Math.floor(units) - least;
        return i < 0 ? 0 : i >= probabilities.length ? 1 : 1 - above[(int) i];
    }

    @Override
    public double quantile(double level) {
        Terms.share("level", level);
        int low = 0;
        int high = probabilities.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (above[middle] <= 1 - level + 1e-14) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return least + low;
    }

    @Override
    public double expectedAbove(double units) {
        if (units <= least) {
            return mean - units;
        }
        if (units >= largest()) {
            return 0;
        }
        int i = (int) Math.floor(units) - least;
        return loss[i] - (units - least - i) * above[i];
    }
}
