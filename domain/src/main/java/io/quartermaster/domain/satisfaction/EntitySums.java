package io.quartermaster.domain.satisfaction;

import java.time.LocalDate;

/**
 * What stands behind the satisfaction with one entity at the end of a day.
 *
 * @param entityKind {@code brand}, {@code seller}, …
 * @param entity its name
 * @param eventDay last day known
 * @param category in which it has most order lines, empty if it has none
 * @param sums decayed sums in the order of {@link Evidence}
 */
public record EntitySums(
        String entityKind, String entity, LocalDate eventDay, String category, double[] sums) {}
