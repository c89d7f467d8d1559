package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** What corrections of the current series need: its memory some days back and all windows since. */
final class RecentWindows {

    /** Lives with the series. */
    private static final ValueStateDescriptor<CorrectionMemories> BASE =
            new ValueStateDescriptor<>("correction-base", PlainTypes.of(CorrectionMemories.class));

    /** Windows since the older memory of the base; a newer base ends them. */
    private static final ListStateDescriptor<DemandWindow> RECENT =
            new ListStateDescriptor<>("recent-windows", PlainTypes.of(DemandWindow.class));

    private final int days;
    private final ValueState<CorrectionMemories> bases;
    private final ListState<DemandWindow> recent;

    /**
     * @param days back that may be corrected
     */
    RecentWindows(RuntimeContext context, int days) {
        this.days = days;
        this.bases = context.getState(BASE);
        this.recent = context.getListState(RECENT);
    }

    /** The windows of a correction, to be taken in once more, in the order of their days. */
    final class Replay {

        private final SortedMap<LocalDate, DemandWindow> windows;
        private CorrectionMemories base;

        private Replay(SortedMap<LocalDate, DemandWindow> windows, CorrectionMemories base) {
            this.windows = windows;
            this.base = base;
        }

        Collection<DemandWindow> windows() {
            return windows.values();
        }

        /** The memory before the first of them. */
        ForecastMemory start() {
            return base.older() == null
                    ? ForecastMemory.start(windows.firstKey().toEpochDay())
                    : base.older();
        }

        /** Corrections of the series so far, this one included. */
        int corrections() {
            return base.corrections();
        }

        /** Takes note of the memory after one of them. */
        void passed(DemandWindow window, ForecastMemory memory) {
            if (base.isDayOfNewer(window.day().toEpochDay())) {
                base = base.withNewer(memory);
            }
        }

        void end() throws Exception {
            bases.update(base);
        }
    }

    /** Keeps a new window, and now and then the memory before it. */
    void add(DemandWindow window, ForecastMemory before) throws Exception {
        CorrectionMemories base = base();
        if (before != null && base.isDue(before, days)) {
            CorrectionMemories next = base.next(before);
            bases.update(next);
            recent.update(reached(next));
        }
        recent.add(window);
    }

    /** Windows lie in the order of their days, so that few need to be looked at. */
    private List<DemandWindow> reached(CorrectionMemories base) throws Exception {
        List<DemandWindow> all = new ArrayList<>();
        recent.get().forEach(all::add);
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) / 2;
            boolean isKept = base.reaches(all.get(middle).day().toEpochDay());
            from = isKept ? from : middle + 1;
            to = isKept ? middle : to;
        }
        return new ArrayList<>(all.subList(from, all.size()));
    }

    /** Whether a day can be corrected in everything that was made of it. */
    boolean reaches(DemandWindow window) throws Exception {
        return base().reaches(window.day().toEpochDay());
    }

    /** Takes in a corrected window and hands on all that follow from it. */
    Replay correct(DemandWindow corrected) throws Exception {
        SortedMap<LocalDate, DemandWindow> windows = new TreeMap<>();
        recent.get().forEach(window -> windows.put(window.day(), window));
        windows.merge(corrected.day(), corrected, (a, b) -> b.revision() >= a.revision() ? b : a);
        recent.update(new ArrayList<>(windows.values()));
        return new Replay(windows, base().corrected());
    }

    /** Takes in a window further back, which only the histories learn. */
    void correctHistory(DemandWindow window) throws Exception {
        bases.update(base().correctHistory(window));
    }

    private CorrectionMemories base() throws Exception {
        CorrectionMemories base = bases.value();
        return base == null ? CorrectionMemories.none() : base;
    }
}
