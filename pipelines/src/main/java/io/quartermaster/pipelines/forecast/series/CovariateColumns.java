package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.CovariateKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a file say something beside the values: {@link Series#COVARIATES} where it has
 * them, then those that are named. The first two of these and all that are named may be known
 * ahead.
 *
 * @param named further columns
 * @param masked columns that count as if the file had none of them
 */
public record CovariateColumns(List<String> named, List<String> masked) implements Serializable {

    private static final List<String> KNOWN_AHEAD = List.of("price", "promotion");

    /** Those that the models look at by themselves. */
    public static CovariateColumns usual() {
        return new CovariateColumns(List.of(), List.of());
    }

    public CovariateColumns {
        named = new ArrayList<>(named);
        masked = new ArrayList<>(masked);
        named.removeAll(Series.COVARIATES);
    }

    /** All of them, in the order of {@link Series#covariates}. */
    List<String> all() {
        List<String> all = new ArrayList<>(Series.COVARIATES);
        all.addAll(named);
        return all;
    }

    /** Indices of those that may be known ahead and are not masked. */
    int[] ahead() {
        List<String> all = all();
        return all.stream()
                .filter(name -> KNOWN_AHEAD.contains(name) || named.contains(name))
                .filter(name -> !masked.contains(name))
                .mapToInt(all::indexOf)
                .toArray();
    }

    /** How some of them act. */
    List<CovariateKind> kinds(int[] indices) {
        List<String> all = all();
        List<CovariateKind> kinds = new ArrayList<>();
        for (int index : indices) {
            kinds.add(CovariateKind.of(all.get(index)));
        }
        return kinds;
    }

    /**
     * Refuses names that a file has not.
     *
     * @param header of the file
     */
    void check(List<String> header) {
        List<String> asked = new ArrayList<>(named);
        asked.addAll(masked);
        for (String name : asked) {
            if (!header.contains(name)) {
                throw new IllegalArgumentException(
                        "The covariate (%s) is no column of the file; it has (%s).\nMaybe another name in --covariates or --mask."
                                .formatted(name, String.join(",", header)));
            }
        }
    }
}
