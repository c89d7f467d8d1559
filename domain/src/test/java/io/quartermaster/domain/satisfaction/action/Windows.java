package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.Evidence;
import java.util.TreeMap;

/** Windows of evidence in the words of tests. */
final class Windows {

    private final EvidenceWindow window = EvidenceWindow.empty();

    static Windows window() {
        return new Windows();
    }

    Windows with(Evidence evidence, double amount) {
        window.whole()[evidence.index()] += amount;
        return this;
    }

    /** Adds to the subject, and to the whole. */
    Windows with(SubjectKind kind, String name, Evidence evidence, double amount) {
        ofSubject(kind, name, evidence, amount);
        return with(evidence, amount);
    }

    /** Adds to the subject alone. */
    Windows ofSubject(SubjectKind kind, String name, Evidence evidence, double amount) {
        window.subjects()
                        .computeIfAbsent(new Subject(kind, name), s -> new double[Evidence.COUNT])[
                        evidence.index()] +=
                amount;
        return this;
    }

    EvidenceWindow get() {
        return new EvidenceWindow(window.whole().clone(), new TreeMap<>(window.subjects()));
    }
}
