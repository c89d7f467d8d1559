package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The methods that can be asked for by name. */
public enum ModelKind {
    /** The blend that a validation on the training part chooses. */
    AUTO,
    /** Items like those of the user, by cosine. */
    ITEM_CF,
    /** What users like this one have, by cosine. */
    USER_CF,
    /** The linear item model in closed form. */
    EASE,
    /** Implicit factors by alternating least squares. */
    IALS,
    /** What follows what, recent items first. */
    SEQUENCE,
    /** What many have. */
    POPULAR,
    /** Items of like content, where the catalogue says anything. */
    CONTENT;

    /** As options spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * By its name, in any case, with hyphens or underscores.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ModelKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equalsIgnoreCase(name.strip().replace('_', '-')))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The method (%s) is not known.\nMaybe one of: %s."
                                                .formatted(name, labels())));
    }

    /** Several, parted by commas, or {@code all} that need histories only. */
    public static List<ModelKind> list(String names) {
        return names.strip().equalsIgnoreCase("all")
                ? Arrays.stream(values()).filter(kind -> kind != CONTENT).toList()
                : Arrays.stream(names.split(",", -1)).map(ModelKind::of).distinct().toList();
    }

    private static String labels() {
        return Arrays.stream(values()).map(ModelKind::label).collect(Collectors.joining(", "));
    }
}
