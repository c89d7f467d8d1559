package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.EntitySums;
import io.quartermaster.domain.satisfaction.Evidence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one entity at the end of a day.
 *
 * @param entityKind label of the {@link EntityKind}
 * @param entity its name
 * @param eventDay the day
 * @param categories of what it is known for, in order
 * @param sums decayed sums in the order of {@link Evidence}, category after category
 */
public record EntityEvidence(
        String entityKind, String entity, LocalDate eventDay, String[] categories, double[] sums) {

    static EntityEvidence of(
            String entityKind, String entity, LocalDate day, Map<String, double[]> sumsByCategory) {
        Map<String, double[]> byCategory = new TreeMap<>(sumsByCategory);
        double[] sums = new double[byCategory.size() * Evidence.COUNT];
        int at = 0;
        for (double[] some : byCategory.values()) {
            System.arraycopy(some, 0, sums, at, Evidence.COUNT);
            at += Evidence.COUNT;
        }
        return new EntityEvidence(
                entityKind, entity, day, byCategory.keySet().toArray(String[]::new), sums);
    }

    Map<String, double[]> byCategory() {
        Map<String, double[]> byCategory = new TreeMap<>();
        for (int i = 0; i < categories.length; i++) {
            int from = i * Evidence.COUNT;
            byCategory.put(categories[i], Arrays.copyOfRange(sums, from, from + Evidence.COUNT));
        }
        return byCategory;
    }

    /** All categories together. */
    EntitySums summed() {
        return new EntitySums(entityKind, entity, eventDay, mainCategory(), total());
    }

    /** Category with most order lines, the first of them by name; empty if it has none. */
    private String mainCategory() {
        String main = "";
        double most = 0;
        for (int i = 0; i < categories.length; i++) {
            double lines = sums[i * Evidence.COUNT + Evidence.ORDER_LINES.index()];
            main = lines > most ? categories[i] : main;
            most = Math.max(most, lines);
        }
        return main;
    }

    /** Sums over all categories. */
    double[] total() {
        double[] total = new double[Evidence.COUNT];
        for (int i = 0; i < sums.length; i++) {
            total[i % Evidence.COUNT] += sums[i];
        }
        return total;
    }
}
