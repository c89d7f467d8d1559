package io.quartermaster.pipelines.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users, documents and checks rely on in the output of every run, in the very words they use:
 * fields of summary.json, and columns of the tables. More may follow those listed here.
 */
public abstract class OutputContract {

    /** Output folder of the run. */
    protected abstract Path output();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "lines_in",
                "lines_clean",
                "lines_quarantined",
                "quarantined_by_rule",
                "seconds",
                "peak_memory_mb",
                "engines",
                "topics",
                "rows",
                "accuracy",
                "plan"
            })
    public void summaryHasTheField(String field) throws IOException {
        assertThat(summary().has(field)).as(field).isTrue();
    }

    @Test
    public void trainingStandsApartInSeconds() throws IOException {
        assertThat(summary().path("seconds").path("training").isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "solver", "similarity"})
    public void summaryTellsOfTheEngine(String task) throws IOException {
        assertThat(summary().path("engines").path(task).fieldNames())
                .toIterable()
                .contains("name", "version", "device", "calls", "rows", "fallbacks", "reason");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    orders          | id event_time order_id item place customer seller region units unit_price discount freight currency promotion repaired
                    behaviour       | id event_time customer item place action query brand
                    stock           | id event_time item place on_hand
                    deliveries      | id event_time direction order_id item place seller customer ordered_units delivered_units promised_at delivered_at
                    feedback        | id event_time order_id item seller customer rating complaint text
                    demand          | item place event_day units price stocked_out views favourites carts
                    forecast        | item place made_on event_day model_name mean q10 q50 q90 model_version as_of
                    plan            | plan_day item place supplier order_day arrival_day quantity packs reason plan_version assumed
                    purchase_orders | purchase_order item place supplier order_day arrival_day quantity state plan_version
                    recommendations | customer position item score reason as_of
                    satisfaction    | entity_kind entity event_day score part_returns part_complaints part_punctuality part_rating part_fill_rate action
                    brand_scores    | brand event_day score position cluster stage part_awareness part_market_potential part_innovation part_supply_capability part_quality part_willingness part_satisfaction
                    brand_priors    | brand event_day cluster category others returns_prior returns_strength returns_expected returns_evidence satisfaction_prior satisfaction_expected satisfaction_evidence
                    risk_alerts     | kind subject supplier event_day state score reason exposed_items exposed_units exposed_value
                    answers         | id event_time customer order_id item seller text text_language intent sentiment sentiment_score answer origin confidence for_person reason
                    aspects         | id event_time origin about customer order_id item seller aspect score complaint
                    quarantine      | source line rule reason original
                    """)
    public void tableHasTheColumns(String table, String columns) throws IOException {
        Path file = output().resolve("csv").resolve(table + ".csv");
        String header = Files.readAllLines(file).get(0);
        assertThat(header.split(",", -1)).contains(columns.split(" ", -1));
        assertThat(summary().path("rows").has(table)).as("rows of " + table).isTrue();
    }

    @Test
    public void standsBesideAReport() {
        assertThat(List.of("report.html", "summary.json"))
                .allSatisfy(name -> assertThat(output().resolve(name)).isRegularFile());
    }

    /** The run's summary.json. */
    protected final JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(output().resolve("summary.json").toFile());
    }
}
