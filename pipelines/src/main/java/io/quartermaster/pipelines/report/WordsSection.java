package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What customers write: what they ask, who answers, and how they feel about each aspect. */
final class WordsSection implements ReportSection {

    private static final double UNHAPPY = -0.5;

    @Override
    public String anchor() {
        return "words";
    }

    @Override
    public String title() {
        return "Words";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "What customers write",
                "Messages are answered from the live orders or from past answers; what is not sure enough goes to a person. Words of messages and reviews are read for how their writers feel about each aspect.");
        Map<String, Intent> intents = new TreeMap<>();
        input.files()
                .each(
                        "answers",
                        row ->
                                intents.computeIfAbsent(row.text("intent"), name -> new Intent())
                                        .add(row));
        messages(html, intents);
        opinions(html, input);
        html.endSection();
    }

    private static void messages(Html html, Map<String, Intent> intents) {
        if (intents.isEmpty()) {
            html.element("p", "none", "No customer wrote a message.");
            return;
        }
        int all = intents.values().stream().mapToInt(intent -> intent.messages).sum();
        int people = intents.values().stream().mapToInt(intent -> intent.people).sum();
        html.paragraph(
                "%,d messages came; %,d were answered at once, %,d go to people. csv/answers.csv has each with its answer and reason."
                        .formatted(all, all - people, people));
        List<List<String>> rows = new ArrayList<>();
        intents.forEach((name, intent) -> rows.add(intent.cells(name)));
        html.table(
                List.of(
                        "Asks for",
                        "#Messages",
                        "#From orders",
                        "#From past answers",
                        "#To people",
                        "Answered for example"),
                rows);
    }

    private static void opinions(Html html, ReportInput input) throws IOException {
        Map<String, Opinion> opinions = new TreeMap<>();
        input.files()
                .each(
                        "aspects",
                        row ->
                                opinions.computeIfAbsent(row.text("aspect"), name -> new Opinion())
                                        .add(row));
        if (opinions.isEmpty()) {
            html.element("p", "none", "No words tell how customers feel about an aspect.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        opinions.forEach((aspect, opinion) -> rows.add(opinion.cells(aspect)));
        html.table(
                List.of("Aspect", "#Opinions", "#Mean score", "#Clearly bad", "#Complaints"), rows);
    }

    /** Messages of one intent. */
    private static final class Intent {
        private int messages;
        private int orders;
        private int book;
        private int people;
        private String example = "";

        void add(ResultRow row) {
            boolean person = row.text("for_person").equals("true");
            messages++;
            people += person ? 1 : 0;
            orders += !person && row.text("origin").equals("order") ? 1 : 0;
            book += !person && row.text("origin").equals("book") ? 1 : 0;
            example = example.isEmpty() && !person ? row.text("answer") : example;
        }

        List<String> cells(String name) {
            return List.of(
                    name.isEmpty() ? "not known" : name.replace('_', ' '),
                    Html.number(messages, 0),
                    Html.number(orders, 0),
                    Html.number(book, 0),
                    Html.number(people, 0),
                    example);
        }
    }

    /** Opinions of one aspect. */
    private static final class Opinion {
        private int count;
        private double sum;
        private int bad;
        private int complaints;

        void add(ResultRow row) {
            double score = row.number("score");
            count++;
            sum += score;
            bad += score <= UNHAPPY ? 1 : 0;
            complaints += row.text("complaint").equals("true") ? 1 : 0;
        }

        List<String> cells(String aspect) {
            return List.of(
                    aspect,
                    Html.number(count, 0),
                    Html.number(sum / count, 2),
                    Html.number(bad, 0),
                    Html.number(complaints, 0));
        }
    }
}
