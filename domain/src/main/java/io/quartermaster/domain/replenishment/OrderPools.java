package io.quartermaster.domain.replenishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The capacities that a supplier's orders share, one for each name and size. */
final class OrderPools {

    private final Map<String, Map<Double, Integer>> indexes = new LinkedHashMap<>();
    private final List<CapacityPool> pools = new ArrayList<>();

    /** Index of a pool of this size; a further size of a name is told by the first day it holds. */
    int index(String name, double unitsPerDay, LocalDate from) {
        Map<Double, Integer> sizes = indexes.computeIfAbsent(name, any -> new LinkedHashMap<>());
        Integer known = sizes.get(unitsPerDay);
        if (known != null) {
            return known;
        }
        String label = sizes.isEmpty() ? name : name + " from " + from;
        pools.add(new CapacityPool(label, unitsPerDay));
        sizes.put(unitsPerDay, pools.size() - 1);
        return pools.size() - 1;
    }

    List<CapacityPool> pools() {
        return pools;
    }
}
