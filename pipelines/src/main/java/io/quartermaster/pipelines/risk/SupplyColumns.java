package io.quartermaster.pipelines.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which columns of a table of order lines say what.
 *
 * @param due day on which a line is to arrive
 * @param delivered day on which it came
 * @param ordered days of ordering: the first of these columns that holds a day counts
 * @param groups columns of what a line belongs to; {@code Vendor+Country} joins two
 * @param numbers columns of numbers; other text counts as missing
 */
public record SupplyColumns(
        String due,
        String delivered,
        List<String> ordered,
        List<String> groups,
        List<String> numbers) {

    private static final String JOIN = "\\+";

    public SupplyColumns {
        ordered = List.copyOf(ordered);
        groups = List.copyOf(groups);
        numbers = List.copyOf(numbers);
        if (groups.isEmpty() || ordered.isEmpty()) {
            throw new IllegalArgumentException(
                    "The columns of groups %s and of ordering %s must be one or more."
                            .formatted(groups, ordered));
        }
        List<String> told = new ArrayList<>(ordered);
        groups.forEach(group -> told.addAll(parts(group)));
        told.addAll(numbers);
        if (told.contains(delivered)) {
            throw new IllegalArgumentException(
                    "The column (%s) says how a line ended, so nothing may be learned from it.\nMaybe leave it out of --groups, --numbers and --ordered."
                            .formatted(delivered));
        }
    }

    /** The columns that a group joins. */
    static List<String> parts(String group) {
        return Arrays.asList(group.split(JOIN));
    }

    /** Every column of the table that is read when a line is ordered. */
    String[] knownColumns() {
        List<String> all = new ArrayList<>(List.of(due));
        all.addAll(ordered);
        groups.forEach(group -> all.addAll(parts(group)));
        all.addAll(numbers);
        return all.stream().distinct().toArray(String[]::new);
    }
}
