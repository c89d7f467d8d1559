package io.quartermaster.domain.replenishment;

/**
 * The newsvendor's answer for demand that is normally distributed: order up to {@code mean + z *
 * deviation}, with z the quantile of the critical ratio {@code penalty / (holding + penalty)}; it
 * costs {@code (holding + penalty) * deviation * phi(z)}. Source: Arrow, Harris, Marschak (1951);
 * the quantile is Wichura's AS 241 (1988), right to 15 digits.
 */
public final class Newsvendor {

    private static final double[] CENTRE_ABOVE = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513,
        13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BELOW = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] TAIL_ABOVE = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691,
        3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
        0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] TAIL_BELOW = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-9
    };
    private static final double SMALLEST = 1e-10;

    private Newsvendor() {}

    /** The level up to which to order, in units. */
    public static double orderUpTo(
            double mean, double deviation, double holdingCost, double penaltyCost) {
        return mean + deviation * quantile(penaltyCost / (holdingCost + penaltyCost));
    }

    /** The expected cost of ordering up to that level. */
    public static double expectedCost(double deviation, double holdingCost, double penaltyCost) {
        double z = quantile(penaltyCost / (holdingCost + penaltyCost));
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return (holdingCost + penaltyCost) * deviation * density;
    }

    /**
     * What a unit missing for a day costs where the service level is the newsvendor's critical
     * ratio: {@code holding * level / (1 - level)}.
     */
    public static double shortfallCost(double holdingCost, double serviceLevel) {
        requireLevel(serviceLevel);
        return holdingCost * serviceLevel / (1 - serviceLevel);
    }

    /**
     * The standard normal quantile.
     *
     * @throws IllegalArgumentException when the probability is not within 1e-10 to 1 - 1e-10
     */
    public static double quantile(double probability) {
        requireLevel(probability);
        double fromMiddle = probability - 0.5;
        if (Math.abs(fromMiddle) <= 0.425) {
            double r = 0.180625 - fromMiddle * fromMiddle;
            return fromMiddle * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
        }
        double r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability))) - 1.6;
        double z = polynomial(TAIL_ABOVE, r) / polynomial(TAIL_BELOW, r);
        return fromMiddle < 0 ? -z : z;
    }

    private static void requireLevel(double level) {
        if (!(level >= SMALLEST && level <= 1 - SMALLEST)) {
            throw new IllegalArgumentException(
                    "The service level (%s) must lie between 0 and 1, both excluded."
                            .formatted(level));
        }
    }

    private static double polynomial(double[] coefficients, double at) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * at + coefficients[i];
        }
        return value;
    }
}
