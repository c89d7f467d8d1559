package io.quartermaster.domain.forecast.hierarchy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How forecasts are made to add up. */
public enum Method {
    /** By the least trace of the errors' covariance: series and totals learn from each other. */
    MINT,
    /** Added up from the series. */
    BOTTOM_UP;

    /** Name in lower case with hyphens, as options have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Method ofLabel(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The method of totals (%s) is not known.\nMaybe one of: %s."
                                                .formatted(
                                                        label,
                                                        Arrays.stream(values())
                                                                .map(Method::label)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
