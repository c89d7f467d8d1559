package io.quartermaster.domain.forecast;

/**
 * The standard normal distribution, z without unit: quantiles by Wichura's AS 241 (1988), right to
 * 15 digits; cumulative probabilities by Hart's rational function (1968) as West (2005) gives it,
 * beyond 7.07 by Laplace's continued fraction; the loss {@code E[(Z - z)+]} and the second-order
 * loss {@code E[((Z - z)+)^2] / 2}.
 */
public final class StandardNormal {

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
        1.0507500716444169e-09
    };
    private static final double[] FAR_ABOVE = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913,
        0.2965605718285049, 0.026532189526576124, 0.0012426609473880784,
        2.7115555687434876e-05, 2.0103343992922881e-07
    };
    private static final double[] FAR_BELOW = {
        1,
        0.5998322065558879,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-05,
        1.421511758316446e-07,
        2.0442631033899397e-15
    };
    private static final double[] BELOW_SEVEN_ABOVE = {
        220.206867912376,
        221.213596169931,
        112.079291497871,
        33.912866078383,
        6.37396220353165,
        0.700383064443688,
        0.0352624965998911
    };
    private static final double[] BELOW_SEVEN_BELOW = {
        440.413735824752,
        793.826512519948,
        637.333633378831,
        296.564248779674,
        86.7807322029461,
        16.064177579207,
        1.75566716318264,
        0.0883883476483184
    };
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;
    private static final int FRACTION_TERMS = 60;
    private static final double SEVEN = 7.07106781186547;

    private StandardNormal() {}

    /**
     * What lies below with the given probability.
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) must lie between 0 and 1, both excluded."
                            .formatted(probability));
        }
        double fromMiddle = probability - 0.5;
        if (Math.abs(fromMiddle) <= 0.425) {
            double r = 0.180625 - fromMiddle * fromMiddle;
            return fromMiddle * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
        }
        double r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
        double z =
                r <= 5
                        ? polynomial(TAIL_ABOVE, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
                        : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5);
        return fromMiddle < 0 ? -z : z;
    }

    /** Probability of at most z. */
    public static double cumulative(double z) {
        double tail = tail(Math.abs(z));
        return z > 0 ? 1 - tail : tail;
    }

    /** Probability of more than a z of 0 or more. */
    private static double tail(double z) {
        if (z >= 38) {
            return 0;
        }
        double exponential = Math.exp(-z * z / 2);
        if (z < SEVEN) {
            return exponential
                    * polynomial(BELOW_SEVEN_ABOVE, z)
                    / polynomial(BELOW_SEVEN_BELOW, z);
        }
        double fraction = z;
        for (int i = FRACTION_TERMS; i >= 1; i--) {
            fraction = z + i / fraction;
        }
        return exponential / fraction / ROOT_OF_TWO_PI;
    }

    /** The density at z. */
    public static double density(double z) {
        return Math.exp(-z * z / 2) / ROOT_OF_TWO_PI;
    }

    /** {@code E[(Z - z)+] = density(z) - z P(Z > z)}. */
    public static double loss(double z) {
        return z > 0 ? density(z) - z * tail(z) : density(z) - z * (1 - tail(-z));
    }

    /** {@code E[((Z - z)+)^2] / 2 = ((z^2 + 1) P(Z > z) - z density(z)) / 2}. */
    public static double secondLoss(double z) {
        return ((z * z + 1) * cumulative(-z) - z * density(z)) / 2;
    }

    private static double polynomial(double[] coefficients, double at) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * at + coefficients[i];
        }
        return value;
    }
}
