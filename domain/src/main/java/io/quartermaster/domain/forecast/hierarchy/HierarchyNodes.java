package io.quartermaster.domain.forecast.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The nodes of a day: totals by level and name, then the series. A level that would make more
 * totals than {@link MinTrace#MOST_TOTALS} is left out, as are all below it.
 *
 * @param hierarchy which series each total sums
 * @param levels of each node
 * @param names of each node
 */
record HierarchyNodes(Hierarchy hierarchy, List<Level> levels, List<String> names) {

    /**
     * The nodes.
     *
     * @param series in the order of their names
     */
    static HierarchyNodes of(List<HierarchySeries> series) {
        List<int[]> members = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Level level : Level.values()) {
            Map<String, List<Integer>> nodes = nodes(series, level);
            if (level == Level.SERIES || members.size() + nodes.size() > MinTrace.MOST_TOTALS) {
                break;
            }
            nodes.forEach(
                    (name, of) -> {
                        members.add(of.stream().mapToInt(Integer::intValue).toArray());
                        levels.add(level);
                        names.add(name);
                    });
        }
        for (HierarchySeries one : series) {
            levels.add(Level.SERIES);
            names.add(one.node(Level.SERIES));
        }
        return new HierarchyNodes(new Hierarchy(series.size(), members), levels, names);
    }

    private static Map<String, List<Integer>> nodes(List<HierarchySeries> series, Level level) {
        Map<String, List<Integer>> nodes = new TreeMap<>();
        for (int i = 0; i < series.size(); i++) {
            String name = series.get(i).node(level);
            if (!name.isEmpty()) {
                nodes.computeIfAbsent(name, none -> new ArrayList<>()).add(i);
            }
        }
        if (level == Level.ITEM) {
            nodes.values().removeIf(of -> of.size() < 2);
        }
        return nodes;
    }

    /** Name that is unique among all totals. */
    String key(int node) {
        return levels.get(node).label() + ":" + names.get(node);
    }
}
