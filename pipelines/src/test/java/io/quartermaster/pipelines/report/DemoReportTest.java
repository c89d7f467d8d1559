package io.quartermaster.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.domain.engine.Requires;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.pipelines.cli.Quartermaster;
import io.quartermaster.pipelines.result.OutputContract;
import io.quartermaster.pipelines.result.ResultFiles;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small demo as a process of its own: one brand from its offer to its second judgement, counts
 * that add up, engines that were really called, and a report that a browser shows.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native engines are for linux-x86_64")
class DemoReportTest extends OutputContract {

    private static final String BRAND = MarketplaceOptions.NEW_BRAND;
    private static final Pattern FOUND =
            Pattern.compile("id=\"found\">(\\d+) charts in (\\d+) pixels, (\\d+) over<");
    private static final Pattern SECTION = Pattern.compile("<section id=\"([^\"]+)\">");

    /** A browser's own window cannot be as narrow as a phone; a frame in it can. */
    private static final String WINDOW =
            """
            <!DOCTYPE html>
            <body><iframe src="%s" style="border:0;width:%dpx;height:900px"></iframe></body>
            """;

    /** Says how many charts have an area, and by how much the page is wider than its window. */
    private static final String LOOK =
            """
            <script>
            const charts = [...document.querySelectorAll('svg.chart')]
                .filter(svg => svg.getBoundingClientRect().width > 100
                    && svg.querySelectorAll('polyline').length > 0).length;
            const over = document.documentElement.scrollWidth - window.innerWidth;
            window.parent.document.body.insertAdjacentHTML('beforeend',
                '<p id="found">' + charts + ' charts in ' + window.innerWidth + ' pixels, '
                    + Math.max(0, over) + ' over</p>');
            </script>
            """;

    @TempDir private static Path folder;
    private static Path output;

    @BeforeAll
    static void runTheDemo() throws Exception {
        output = folder.resolve("out");
        String said =
                process(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quartermaster.class.getName(),
                        "demo",
                        "--brands=4",
                        "--skus=24",
                        "--days=240",
                        "--output=" + output);
        assertThat(said).doesNotContain("\tat ").contains(output.resolve("report.html").toString());
    }

    @Override
    protected Path output() {
        return output;
    }

    @Test
    void followsOneBrandFromItsOfferToItsSecondJudgement() throws IOException {
        BrandFacts story = story();

        assertThat(BrandStory.steps(story))
                .allSatisfy(step -> assertThat(step.happened()).isTrue());
        assertThat(BrandStory.steps(story))
                .extracting(StoryStep::name)
                .containsExactly(
                        "offer",
                        "judgement",
                        "trial_terms",
                        "first_forecast",
                        "terms_in_plan",
                        "first_orders",
                        "sales",
                        "recommendations",
                        "feedback",
                        "second_judgement");
        assertThat(day(story, "judgement")).isAfterOrEqualTo(day(story, "offer"));
        assertThat(day(story, "trial_terms")).isAfterOrEqualTo(day(story, "judgement"));
        assertThat(day(story, "first_forecast")).isBefore(day(story, "sales"));
        assertThat(day(story, "first_orders")).isBefore(day(story, "sales"));
        assertThat(day(story, "recommendations")).isAfterOrEqualTo(day(story, "sales"));
        assertThat(day(story, "feedback")).isAfter(day(story, "sales"));
        assertThat(day(story, "second_judgement")).isAfter(day(story, "feedback"));
    }

    @Test
    void forecastsTheFirstDaysFromTheBrandsCluster() throws IOException {
        LocalDate first = day(story(), "first_forecast");
        assertThat(ours("forecast"))
                .filteredOn(row -> row.flag("champion") && row.day("made_on").equals(first))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.text("model_name")).isEqualTo("cluster_prior"));
    }

    @Test
    void bindsThePlanToTheTermsOfItsDay() throws IOException {
        List<ResultRow> terms = table("terms", row -> row.text("brand").equals(BRAND));
        assertThat(ours("plan"))
                .isNotEmpty()
                .allSatisfy(line -> obeys(line, validOn(terms, line.day("plan_day"))));
    }

    @Test
    void partsOfAScoreAddUpToIt() throws IOException {
        assertThat(table("brand_scores", row -> row.text("brand").equals(BRAND)))
                .isNotEmpty()
                .allSatisfy(
                        row ->
                                assertThat(Arrays.stream(BrandFacts.parts(row)).sum())
                                        .isCloseTo(row.number("score"), within(1e-4)));
    }

    @Test
    void countsAddUpToTheLastLine() throws IOException {
        JsonNode summary = summary();
        long byRule = 0;
        for (JsonNode count : summary.path("quarantined_by_rule")) {
            byRule += count.asLong();
        }
        long quarantined = summary.path("lines_quarantined").asLong();
        assertThat(byRule).isEqualTo(quarantined).isPositive();
        assertThat(summary.path("lines_in").asLong())
                .isEqualTo(summary.path("lines_clean").asLong() + quarantined);
        assertThat(table("quarantine", row -> true)).hasSize(Math.toIntExact(quarantined));
    }

    @Test
    void countsWhatWasProducedToTheRawTopics() throws IOException {
        long produced = 0;
        for (Map.Entry<String, JsonNode> topic : summary().path("topics").properties()) {
            produced += topic.getKey().startsWith("raw.") ? topic.getValue().asLong() : 0;
        }
        assertThat(produced).isEqualTo(summary().path("lines_in").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "solver", "similarity"})
    void callsEveryEngineInBundles(String engine) throws IOException {
        JsonNode use = summary().path("engines").path(engine);
        assertThat(use.path("calls").asLong()).isPositive();
        assertThat(use.path("rows").asLong()).isGreaterThanOrEqualTo(use.path("calls").asLong());
        assertThat(use.path("fallbacks").asLong(-1)).isZero();
    }

    @Test
    void tellsMeasuresOfEveryBrandAndRisksThatStand() throws IOException {
        String page = page();
        String measures = page.substring(page.indexOf("<section id=\"measures\">"));
        for (ResultRow offer : table("offers", row -> true)) {
            assertThat(measures).contains("<td>" + offer.text("brand") + "</td>");
        }
        assertThat(measures)
                .contains("repeat purchase rate")
                .contains("Risks that stand")
                .doesNotContain("could not be watched");
        assertThat(table("risk_alerts", row -> row.text("kind").equals("concentration")))
                .isNotEmpty();
        assertThat(measures).contains("of units delivered come from supplier-");
    }

    @Test
    void answersMessagesAndTellsHowCustomersFeelAboutEachAspect() throws IOException {
        List<ResultRow> answers = table("answers", row -> true);
        assertThat(answers).isNotEmpty();
        assertThat(answers)
                .filteredOn(row -> row.text("text").startsWith("Where is my order?"))
                .isNotEmpty()
                .allMatch(row -> row.text("intent").equals("order_status"))
                .allMatch(row -> row.text("answer").startsWith("Your order "));
        assertThat(answers).noneMatch(row -> row.text("text").contains("@example.com"));
        assertThat(table("aspects", row -> row.text("aspect").equals("delivery"))).isNotEmpty();
        String words = page().substring(page().indexOf("<section id=\"words\">"));
        assertThat(words).contains("<td>order status</td>").contains("<td>delivery</td>");
    }

    @Test
    void leavesNothingBesideItsResults() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "csv", "model", "words", "report.html", "summary.json");
        }
    }

    @Test
    void beginsWithTheBrandsStoryAndHasEverySectionInOrder() throws IOException {
        assertThat(SECTION.matcher(page()).results().map(found -> found.group(1)))
                .containsExactly(
                        "story",
                        "forecasts",
                        "plan",
                        "brands",
                        "campaigns",
                        "satisfaction",
                        "actions",
                        "measures",
                        "risks",
                        "recommendations",
                        "words",
                        "rejected",
                        "engines");
        assertThat(page()).containsPattern("<section id=\"story\">\n<h2>" + BRAND);
        assertThat(page()).contains("A generated marketplace from 2024-01-");
    }

    @Test
    void fetchesNothingFromOutside() throws IOException {
        assertThat(page())
                .doesNotContainPattern(
                        "(?i)(src|href|srcset|action|data)\\s*=\\s*[\"']?\\s*(\\w+:)?//")
                .doesNotContainPattern("(?i)url\\(\\s*[\"']?\\s*(\\w+:)?//")
                .doesNotContainIgnoringCase("@import")
                .doesNotContainIgnoringCase("fetch(");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aBrowserShowsTheChartsInAWindowOfThatWidth(int width) throws Exception {
        String browser = browser();
        String name = "look-%d.html".formatted(width);
        Files.writeString(folder.resolve(name), page() + LOOK);
        Path window = folder.resolve("window-%d.html".formatted(width));
        Files.writeString(window, WINDOW.formatted(name, width));
        String seen =
                process(
                        browser,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--allow-file-access-from-files",
                        "--user-data-dir=" + folder.resolve("browser-" + width),
                        "--window-size=1400,1000",
                        "--dump-dom",
                        window.toUri().toString());
        Matcher found = FOUND.matcher(seen);
        assertThat(found.find()).as("the page's look at itself").isTrue();
        assertThat(Integer.parseInt(found.group(1))).as("charts").isGreaterThanOrEqualTo(6);
        assertThat(Integer.parseInt(found.group(2))).as("width").isEqualTo(width);
        assertThat(found.group(3)).as("pixels wider than the window").isEqualTo("0");
    }

    private static void obeys(ResultRow line, ResultRow terms) {
        long quantity = line.whole("quantity");
        assertThat(quantity).isGreaterThanOrEqualTo(terms.whole("min_order_units"));
        assertThat(quantity % terms.whole("pack_units")).isZero();
        assertThat(line.day("arrival_day"))
                .isEqualTo(line.day("order_day").plusDays(terms.whole("lead_time_days")));
    }

    private static ResultRow validOn(List<ResultRow> terms, LocalDate day) {
        List<ResultRow> valid =
                terms.stream()
                        .filter(row -> !row.day("valid_from").isAfter(day))
                        .filter(
                                row ->
                                        row.text("valid_to").isEmpty()
                                                || !row.day("valid_to").isBefore(day))
                        .toList();
        assertThat(valid).as("terms on " + day).isNotEmpty();
        return valid.get(valid.size() - 1);
    }

    private static BrandFacts story() throws IOException {
        return new BrandFacts(new ResultFiles(output), BRAND);
    }

    private static LocalDate day(BrandFacts story, String step) throws IOException {
        return BrandStory.steps(story).stream()
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElseThrow()
                .day();
    }

    private static List<ResultRow> ours(String name) throws IOException {
        List<String> items =
                table("items", row -> row.text("brand").equals(BRAND)).stream()
                        .map(row -> row.text("item"))
                        .toList();
        return table(name, row -> items.contains(row.text("item")));
    }

    private static List<ResultRow> table(String name, Predicate<ResultRow> condition)
            throws IOException {
        return new ResultFiles(output).where(name, condition);
    }

    private static String page() throws IOException {
        return Files.readString(output.resolve("report.html"));
    }

    private static String browser() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        List<Path> there =
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .flatMap(path -> names.stream().map(Path.of(path)::resolve))
                        .filter(Files::isExecutable)
                        .toList();
        Requires.thing(!there.isEmpty(), "a browser (chromium)");
        return there.get(0).toString();
    }

    private static String process(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
