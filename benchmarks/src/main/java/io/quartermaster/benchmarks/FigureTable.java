package io.quartermaster.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures figures one after the other and keeps a row of each, whatever comes of it. */
final class FigureTable {

    private static final String HEAD =
            "| name | reached | asked | ratio to peer | command |\n| --- | --- | --- | --- | --- |\n";

    private final List<String> rows = new ArrayList<>();
    private boolean sound = true;

    /** Measures a figure and adds its row. */
    void add(Figure figure, Workshop workshop) throws InterruptedException {
        Figure.Reached reached = measured(figure, workshop);
        sound &= !reached.isFailure();
        rows.add(row(figure, reached));
    }

    /** Whether no figure missed what was asked, and none failed. */
    boolean isSound() {
        return sound;
    }

    /** The table in Markdown. */
    String text() {
        return HEAD + String.join("", rows);
    }

    /** One figure's failure must not cost the others; stderr has all of it. */
    private static Figure.Reached measured(Figure figure, Workshop workshop)
            throws InterruptedException {
        try {
            return figure.measure(workshop);
        } catch (AbsentDataException e) {
            return unmeasured(figure, e, Figure.Verdict.ABSENT);
        } catch (IOException | RuntimeException e) {
            return unmeasured(figure, e, Figure.Verdict.FAILED);
        }
    }

    private static Figure.Reached unmeasured(
            Figure figure, Exception cause, Figure.Verdict verdict) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        System.err.printf("%s was not measured: %s%n", figure.name(), message);
        return new Figure.Reached(
                "not measured: " + message.lines().findFirst().orElse(""), "", verdict);
    }

    private static String row(Figure figure, Figure.Reached reached) {
        return "| %s | %s%s | %s | %s | `%s` |\n"
                .formatted(
                        figure.name(),
                        cell(reached.value()),
                        reached.verdict() == Figure.Verdict.NOT_MET ? " (not met)" : "",
                        cell(figure.asked()),
                        cell(reached.ratio()),
                        figure.command());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
