package io.quartermaster.domain.satisfaction.action;

import java.util.Comparator;

/**
 * An item, a place or a kind of complaint.
 *
 * @param kind which of these
 * @param name as events name it
 */
public record Subject(SubjectKind kind, String name) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::name);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
