package io.quartermaster.domain.forecast;

import java.util.List;

/**
 * How another item began, and how much that says of the one that is forecast.
 *
 * @param demand its first days
 * @param weight above 0; only the ratio to other weights matters
 */
public record WeightedBeginning(EarlyDemand demand, double weight) {

    public WeightedBeginning {
        if (!(weight > 0)) {
            throw new IllegalArgumentException(
                    "The weight (%s) of the beginning of item (%s) must be above 0."
                            .formatted(weight, demand.item()));
        }
    }

    /** All alike. */
    public static List<WeightedBeginning> alike(List<EarlyDemand> beginnings) {
        return beginnings.stream().map(demand -> new WeightedBeginning(demand, 1)).toList();
    }
}
