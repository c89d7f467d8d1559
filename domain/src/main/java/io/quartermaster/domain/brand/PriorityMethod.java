package io.quartermaster.domain.brand;

import java.util.Arrays;
import java.util.Locale;

/** How weights come from a matrix of judgements; the three agree where it is consistent. */
public enum PriorityMethod {

    /** Principal right eigenvector (Saaty 1980). */
    EIGENVECTOR {
        @Override
        double[] weights(double[][] judgements) {
            return PrincipalEigenvector.of(judgements).weights();
        }
    },

    /** Geometric mean of the rows: least squares of the logarithms (Crawford and Williams 1985). */
    GEOMETRIC_MEAN {
        @Override
        double[] weights(double[][] judgements) {
            double[] weights = new double[judgements.length];
            for (int i = 0; i < weights.length; i++) {
                double sum = Arrays.stream(judgements[i]).map(Math::log).sum();
                weights[i] = Math.exp(sum / weights.length);
            }
            double total = Arrays.stream(weights).sum();
            return Arrays.stream(weights).map(weight -> weight / total).toArray();
        }
    },

    /** Least sum of (a_ij - w_i / w_j)^2, the minimum that is nearest to the geometric mean. */
    LEAST_SQUARES {
        @Override
        double[] weights(double[][] judgements) {
            return LeastSquaresWeights.of(judgements, GEOMETRIC_MEAN.weights(judgements));
        }
    };

    abstract double[] weights(double[][] judgements);

    /** As options spell it, for example {@code geometric-mean}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static PriorityMethod of(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The method (%s) is not known.\nMaybe one of: %s."
                                                .formatted(
                                                        label,
                                                        String.join(
                                                                ", ",
                                                                Arrays.stream(values())
                                                                        .map(PriorityMethod::label)
                                                                        .toList()))));
    }
}
