package io.quartermaster.pipelines.report;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** The new brand's way from its offer to its second judgement. */
final class StorySection implements ReportSection {

    @Override
    public String anchor() {
        return "story";
    }

    @Override
    public String title() {
        return "A new brand";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        String brand = input.text("story_brand");
        if (brand.isEmpty()) {
            html.section(anchor(), title(), "")
                    .element("p", "none", "This history holds no offer of a brand.")
                    .endSection();
            return;
        }
        BrandFacts story = new BrandFacts(input.files(), brand);
        html.section(
                anchor(),
                brand + ", from offer to second judgement",
                "One new brand, followed through every room of the run.");
        steps(html, BrandStory.steps(story));
        html.element("h3", "What its score is made of");
        html.raw(scores(story));
        charts(html, story);
        html.endSection();
    }

    private static void steps(Html html, List<StoryStep> steps) {
        html.raw("<ol class=\"story\">\n");
        for (int i = 0; i < steps.size(); i++) {
            StoryStep step = steps.get(i);
            html.raw("<li data-n=\"" + (i + 1) + "\" data-step=\"" + step.name() + "\"");
            html.raw(step.happened() ? ">" : " class=\"not\">").raw("<b>").text(step.title());
            html.raw("</b>");
            if (step.happened()) {
                html.element("time", step.day().toString());
            }
            html.paragraph(step.text()).raw("</li>\n");
        }
        html.raw("</ol>\n");
    }

    private static String scores(BrandFacts story) {
        PartBars bars = new PartBars(criteria());
        story.firstJudgement().ifPresent(row -> bar(bars, "first, ", row));
        story.lastJudgement().ifPresent(row -> bar(bars, "again, ", row));
        return bars.html(3);
    }

    private static void bar(PartBars bars, String when, ResultRow row) {
        bars.bar(
                when + row.text("event_day"),
                BrandFacts.parts(row),
                row.number("score"),
                "position " + row.text("position"));
    }

    /** Names of the criteria in the order of the parts. */
    static List<String> criteria() {
        return Arrays.stream(BrandCriterion.values())
                .map(criterion -> criterion.label().replace('_', ' '))
                .toList();
    }

    private static void charts(Html html, BrandFacts story) {
        DayChart sales = new DayChart("Units of " + story.brand() + " a day");
        SortedMap<LocalDate, Double> units = story.unitsByDay();
        sales.band("", story.expectedByDay("q10"), story.expectedByDay("q90"))
                .line("actual", units)
                .line("expected", story.expectedByDay("mean"));
        DayChart score = new DayChart("Score of " + story.brand()).upTo(1);
        score.line("score", story.scoreByDay());
        story.stageDay("EVALUATED").ifPresent(day -> score.mark(day, "evaluated"));
        story.stageDay("TRIAL").ifPresent(day -> score.mark(day, "trial"));
        story.stageDay("CONTRACTED").ifPresent(day -> score.mark(day, "contract"));
        html.raw(
                        "<div class=\"grid\">\n<figure><figcaption><b>Units a day</b>, sold against expected (0.1 to 0.9 quantiles)</figcaption>")
                .raw(sales.svg())
                .raw("</figure>\n<figure><figcaption><b>Score</b>, as of each day</figcaption>")
                .raw(score.svg())
                .raw("</figure>\n</div>\n");
    }
}
