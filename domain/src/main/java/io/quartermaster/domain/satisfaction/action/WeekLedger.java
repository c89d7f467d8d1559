package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Weekly evidence about all entities of one kind, put together into windows. */
public final class WeekLedger {

    private final TreeMap<String, TreeMap<Long, EvidenceWindow>> weeks = new TreeMap<>();

    /** Adds a week of an entity. */
    public void add(String entity, long week, EvidenceWindow evidence) {
        weeks.computeIfAbsent(entity, e -> new TreeMap<>()).put(week, evidence);
    }

    /**
     * What was seen of each entity that was seen at all.
     *
     * @param from first week
     * @param to last week
     */
    public Map<String, EvidenceWindow> window(long from, long to) {
        Map<String, EvidenceWindow> windows = new TreeMap<>();
        weeks.forEach(
                (entity, byWeek) -> {
                    EvidenceWindow window = EvidenceWindow.empty();
                    byWeek.subMap(from, true, to, true).values().forEach(window::add);
                    windows.put(entity, window);
                });
        return windows;
    }

    /** {@link Dispersion} of each indicator within some spans of weeks, first and last of each. */
    public double[] phis(List<long[]> spans) {
        double[] phis = new double[SatisfactionIndicator.COUNT];
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            Dispersion dispersion = new Dispersion();
            for (TreeMap<Long, EvidenceWindow> byWeek : new ArrayList<>(weeks.values())) {
                for (long[] span : spans) {
                    byWeek.subMap(span[0], true, span[1], true)
                            .values()
                            .forEach(week -> dispersion.week(week.counts(indicator)));
                    dispersion.endOfEntity();
                }
            }
            phis[indicator.index()] = dispersion.phi();
        }
        return phis;
    }
}
