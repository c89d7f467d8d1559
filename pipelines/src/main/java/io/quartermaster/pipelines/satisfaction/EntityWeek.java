package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.action.EvidenceWindow;
import io.quartermaster.domain.satisfaction.action.Subject;
import io.quartermaster.domain.satisfaction.action.SubjectKind;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen of one entity in one week, undecayed.
 *
 * @param entityKind label of the {@link EntityKind}
 * @param entity its name
 * @param week its number
 * @param subjects empty for the whole, which comes first, then {@code KIND|name}, in order
 * @param sums in the order of {@link Evidence}, subject after subject
 */
public record EntityWeek(
        String entityKind, String entity, long week, String[] subjects, double[] sums) {

    /** Stands for the whole among the subjects. */
    static final String WHOLE = "";

    static EntityWeek of(
            String entityKind, String entity, long week, SortedMap<String, double[]> rows) {
        double[] sums = new double[rows.size() * Evidence.COUNT];
        int at = 0;
        for (double[] row : rows.values()) {
            System.arraycopy(row, 0, sums, at, Evidence.COUNT);
            at += Evidence.COUNT;
        }
        return new EntityWeek(entityKind, entity, week, rows.keySet().toArray(String[]::new), sums);
    }

    /** With more of the same week. */
    EntityWeek plus(EntityWeek more) {
        SortedMap<String, double[]> rows = rows();
        more.rows()
                .forEach(
                        (subject, row) -> {
                            double[] known =
                                    rows.computeIfAbsent(subject, s -> new double[row.length]);
                            for (int i = 0; i < row.length; i++) {
                                known[i] += row[i];
                            }
                        });
        return of(entityKind, entity, week, rows);
    }

    private SortedMap<String, double[]> rows() {
        TreeMap<String, double[]> rows = new TreeMap<>();
        for (int i = 0; i < subjects.length; i++) {
            int from = i * Evidence.COUNT;
            rows.put(subjects[i], Arrays.copyOfRange(sums, from, from + Evidence.COUNT));
        }
        return rows;
    }

    EvidenceWindow asWindow() {
        SortedMap<String, double[]> rows = rows();
        double[] whole = rows.remove(WHOLE);
        Map<Subject, double[]> bySubject = new TreeMap<>();
        rows.forEach((subject, row) -> bySubject.put(subject(subject), row));
        return new EvidenceWindow(whole, bySubject);
    }

    private static Subject subject(String text) {
        int bar = text.indexOf('|');
        return new Subject(SubjectKind.valueOf(text.substring(0, bar)), text.substring(bar + 1));
    }
}
