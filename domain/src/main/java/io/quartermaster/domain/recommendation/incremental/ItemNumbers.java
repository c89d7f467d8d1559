package io.quartermaster.domain.recommendation.incremental;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers items in the order in which they come; nothing that leaves the table depends on that. So
 * that ties are broken by name without comparing names, every item has a label that grows with its
 * name: a new one gets the middle between its neighbours', and when there is no room left, all get
 * new ones.
 */
final class ItemNumbers {

    private final TreeMap<String, Integer> byName = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long[] labels = new long[64];

    /** The number of an item, a new one if it is new. */
    int of(String item) {
        Integer known = numbers.get(item);
        if (known != null) {
            return known;
        }
        int number = names.size();
        names.add(item);
        numbers.put(item, number);
        if (number == labels.length) {
            labels = Arrays.copyOf(labels, 2 * number);
        }
        label(item, number);
        return number;
    }

    /** The number of an item, negative if it is not known. */
    int find(String item) {
        return numbers.getOrDefault(item, -1);
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }

    /** Whether one row comes before another: by weight, ties by the name of the item. */
    boolean isBefore(double weight, int number, double otherWeight, int other) {
        return weight > otherWeight || (weight == otherWeight && labels[number] < labels[other]);
    }

    private void label(String item, int number) {
        Map.Entry<String, Integer> below = byName.lowerEntry(item);
        Map.Entry<String, Integer> above = byName.higherEntry(item);
        byName.put(item, number);
        long low = below == null ? 0 : labels[below.getValue()];
        long high = above == null ? Long.MAX_VALUE : labels[above.getValue()];
        labels[number] = low + (high - low) / 2;
        if (labels[number] == low) {
            labelAll();
        }
    }

    private void labelAll() {
        long step = Long.MAX_VALUE / (byName.size() + 1);
        long label = 0;
        for (int number : byName.values()) {
            label += step;
            labels[number] = label;
        }
    }
}
