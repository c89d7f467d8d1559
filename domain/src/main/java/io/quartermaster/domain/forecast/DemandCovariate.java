package io.quartermaster.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the sequence model looks at beside the units, and the columns of {@link DemandFeatures} that
 * tell it. A model that is trained with some hidden shows, against one that is not, what they are
 * worth.
 */
public enum DemandCovariate {
    /** Which day of the week it is. */
    CALENDAR(new int[] {6, 7, 8, 9}, new int[] {0, 1, 2, 3, 4, 5, 6}, new int[] {}),

    /** What was paid, and what will be where that is known. */
    PRICE(new int[] {5}, new int[] {8}, new int[] {}),

    /** Promotion so far, and to come where that is known. */
    PROMOTION(new int[] {3}, new int[] {9}, new int[] {3}),

    /** Days without stock. */
    STOCK(new int[] {4}, new int[] {}, new int[] {}),

    VIEWS(new int[] {1}, new int[] {}, new int[] {}),

    CARTS(new int[] {2}, new int[] {}, new int[] {}),

    FAVOURITES(new int[] {11}, new int[] {}, new int[] {}),

    /** How all items of its category sell. */
    CATEGORY(new int[] {12}, new int[] {11}, new int[] {4, 5}),

    /** Brand, category, place and words. */
    STATICS(
            new int[] {},
            new int[] {},
            IntStream.range(DemandFeatures.SERIES - StaticCovariates.WIDTH, DemandFeatures.SERIES)
                    .toArray());

    // Written once, read only.
    @SuppressWarnings("ImmutableEnumChecker")
    private final int[] inputs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final int[] known;

    @SuppressWarnings("ImmutableEnumChecker")
    private final int[] series;

    DemandCovariate(int[] inputs, int[] known, int[] series) {
        this.inputs = inputs;
        this.known = known;
        this.series = series;
    }

    /**
     * Covariates of these names, in small letters.
     *
     * @throws IllegalArgumentException when one is not known
     */
    public static List<DemandCovariate> named(List<String> names) {
        List<DemandCovariate> found = new ArrayList<>();
        for (String name : names) {
            found.add(
                    Arrays.stream(values())
                            .filter(one -> one.label().equals(name))
                            .findFirst()
                            .orElseThrow(() -> unknown(name)));
        }
        return found;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "The covariate (%s) is not known.\nMaybe one of: %s."
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(DemandCovariate::label)
                                        .collect(Collectors.joining(", "))));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes it out of a window.
     *
     * @param history [steps][INPUTS]
     * @param ahead [horizon * KNOWN + SERIES]
     */
    public void hide(float[][] history, float[] ahead) {
        for (float[] step : history) {
            for (int column : inputs) {
                step[column] = 0;
            }
        }
        int end = ahead.length - DemandFeatures.SERIES;
        for (int at = 0; at < end; at += DemandFeatures.KNOWN) {
            for (int column : known) {
                ahead[at + column] = 0;
            }
        }
        for (int column : series) {
            ahead[end + column] = 0;
        }
    }
}
