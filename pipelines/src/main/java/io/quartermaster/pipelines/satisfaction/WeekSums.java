package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.OpenPromise;
import io.quartermaster.domain.satisfaction.action.Subject;
import io.quartermaster.domain.satisfaction.action.SubjectKind;
import io.quartermaster.domain.satisfaction.action.WeekNumber;
import io.quartermaster.pipelines.event.DayClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** What was seen of one entity week by week, undecayed: as a whole, and of each subject. */
final class WeekSums {

    /** Sums by week and subject; the end of the week takes its own out. */
    static final MapStateDescriptor<String, double[]> STATE =
            new MapStateDescriptor<>(
                    "week-sums",
                    Types.STRING,
                    PrimitiveArrayTypeInfo.DOUBLE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final MapState<String, double[]> sums;
    private final DayClock days;

    WeekSums(MapState<String, double[]> sums, DayClock days) {
        this.sums = sums;
        this.days = days;
    }

    /** The item, place and kind of complaint that a signal is about. */
    static List<Subject> subjects(Signal signal) {
        List<Subject> subjects =
                subjects(Circumstances.about(signal), Circumstances.placeOfOrder(signal));
        if (!signal.more().complains().isEmpty()) {
            subjects.add(new Subject(SubjectKind.COMPLAINT, signal.more().complains()));
        }
        return subjects;
    }

    static List<Subject> subjects(OpenPromise promise) {
        return subjects(promise.item(), promise.place());
    }

    private static List<Subject> subjects(String item, String place) {
        List<Subject> subjects = new ArrayList<>(3);
        if (!item.isEmpty()) {
            subjects.add(new Subject(SubjectKind.ITEM, item));
        }
        if (!place.isEmpty()) {
            subjects.add(new Subject(SubjectKind.PLACE, place));
        }
        return subjects;
    }

    /** Adds to the sums of the week that a time lies in. */
    void add(long time, List<Subject> subjects, double[] amounts) throws Exception {
        String week = WeekNumber.of(days.dayOf(time)) + "|";
        plus(week + EntityWeek.WHOLE, amounts);
        for (Subject subject : subjects) {
            plus(week + subject.kind() + "|" + subject.name(), amounts);
        }
    }

    private void plus(String key, double[] amounts) throws Exception {
        double[] known = sums.get(key);
        double[] next = known == null ? new double[Evidence.COUNT] : known.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += amounts[i];
        }
        sums.put(key, next);
    }

    /** The first millisecond after the week of a time. */
    long endOfWeek(long time) {
        return days.endMillis(WeekNumber.lastDay(WeekNumber.of(days.dayOf(time)))) + 1;
    }

    /** Whether a time is the end of a week. */
    boolean isEndOfWeek(long time) {
        return endOfWeek(time - 1) == time;
    }

    /** Takes out the week that ended at a time; empty if nothing was seen in it. */
    Optional<EntityWeek> ended(String entityKind, String entity, long time) throws Exception {
        long week = WeekNumber.of(days.dayOf(time - 1));
        String prefix = week + "|";
        TreeMap<String, double[]> rows = new TreeMap<>();
        for (Map.Entry<String, double[]> row : sums.entries()) {
            if (row.getKey().startsWith(prefix)) {
                rows.put(row.getKey().substring(prefix.length()), row.getValue());
            }
        }
        for (String row : rows.keySet()) {
            sums.remove(prefix + row);
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(EntityWeek.of(entityKind, entity, week, rows));
    }
}
