package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was seen of one entity in some weeks.
 *
 * @param whole sums in the order of {@link Evidence}, undecayed
 * @param subjects the same of each item, place and kind of complaint
 */
public record EvidenceWindow(double[] whole, Map<Subject, double[]> subjects) {

    /** Nothing seen. */
    public static EvidenceWindow empty() {
        return new EvidenceWindow(new double[Evidence.COUNT], new TreeMap<>());
    }

    /** Adds what was seen in another week; this changes. */
    public void add(EvidenceWindow week) {
        addTo(whole, week.whole);
        week.subjects.forEach(
                (subject, sums) ->
                        addTo(
                                subjects.computeIfAbsent(subject, s -> new double[Evidence.COUNT]),
                                sums));
    }

    private static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** Bad events and trials of an indicator. */
    public Counts counts(SatisfactionIndicator indicator) {
        return new Counts(indicator.events(whole), Math.max(0, indicator.trials(whole)));
    }

    /**
     * The part of a subject in them. What is complained of has the trials of the whole: any order
     * line could have brought the complaint, any rating could have told of it.
     */
    public Counts counts(SatisfactionIndicator indicator, Subject subject) {
        double[] sums = subjects.get(subject);
        Counts all = counts(indicator);
        if (subject.kind() == SubjectKind.TERM) {
            return all;
        }
        if (sums == null) {
            return new Counts(0, subject.kind() == SubjectKind.COMPLAINT ? all.trials() : 0);
        }
        if (subject.kind() != SubjectKind.COMPLAINT) {
            return new Counts(indicator.events(sums), Math.max(0, indicator.trials(sums)));
        }
        double[] ofLines = sums.clone();
        ofLines[Evidence.ORDER_LINES.index()] = whole[Evidence.ORDER_LINES.index()];
        return new Counts(indicator.events(ofLines), all.trials());
    }
}
