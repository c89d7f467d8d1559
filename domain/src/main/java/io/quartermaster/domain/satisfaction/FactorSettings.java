package io.quartermaster.domain.satisfaction;

import io.quartermaster.domain.satisfaction.factor.FactorMethod;
import io.quartermaster.domain.satisfaction.factor.FactorRotation;
import java.io.Serializable;

/**
 * How weights come from factor analysis.
 *
 * @param method of extraction
 * @param rotation of the factors
 * @param factors number of them; 0 for parallel analysis to find
 * @param draws tables of the parallel analysis, 1 or more
 * @param seed of these tables
 */
public record FactorSettings(
        FactorMethod method, FactorRotation rotation, int factors, int draws, long seed)
        implements Serializable {

    public FactorSettings {
        if (factors < 0 || draws < 1) {
            throw new IllegalArgumentException(
                    "The number of factors (%d) must be 0 or more and of draws (%d) positive.\nMaybe 0 factors to let parallel analysis find them, and 100 draws."
                            .formatted(factors, draws));
        }
    }

    /** Principal axes, varimax, as many factors as parallel analysis of 100 tables finds. */
    public static FactorSettings standard() {
        return new FactorSettings(FactorMethod.PRINCIPAL_AXIS, FactorRotation.VARIMAX, 0, 100, 42);
    }
}
