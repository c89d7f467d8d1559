package io.quartermaster.domain.satisfaction.factor;

import java.util.Arrays;
import java.util.Locale;

/** How factors are extracted. */
public enum FactorMethod {

    /** Iterated principal axes, from squared multiple correlations (Harman 1976, 8). */
    PRINCIPAL_AXIS {
        @Override
        Extraction extract(CorrelationMatrix correlation, int factors) {
            return PrincipalAxis.extract(correlation, factors);
        }
    },

    /** Maximum likelihood for normal columns (Joreskog 1967). */
    MAXIMUM_LIKELIHOOD {
        @Override
        Extraction extract(CorrelationMatrix correlation, int factors) {
            return MaximumLikelihood.extract(correlation, factors);
        }
    };

    abstract Extraction extract(CorrelationMatrix correlation, int factors);

    /** As options spell it, for example {@code principal-axis}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FactorMethod of(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The method (%s) of factor analysis is not known.\nMaybe principal-axis or maximum-likelihood."
                                                .formatted(label)));
    }
}
