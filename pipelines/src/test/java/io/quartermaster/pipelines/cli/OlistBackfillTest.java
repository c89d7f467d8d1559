package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.pipelines.result.OutputContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole loop over a marketplace of two months, in the form of Olist's folder: one seller
 * delivers in time and is praised, one is late every fifth time and is blamed for it, and of one
 * only orders are there that were drawn with a look at how they went.
 */
class OlistBackfillTest extends OutputContract {

    @TempDir private static Path folder;
    private static final OlistFolder OLIST = new OlistFolder(LocalDate.of(2018, 1, 1), 60);
    private static RunOutput run;

    @BeforeAll
    static void backfill() throws IOException {
        run =
                RunOutput.ofBackfill(
                        "--olist=" + OLIST.write(folder.resolve("olist")), folder.resolve("out"));
    }

    @Override
    protected Path output() {
        return run.folder();
    }

    @Test
    void everyLineIsCleanOrQuarantined() throws IOException {
        assertThat(summary().path("lines_in").asInt()).isEqualTo(OLIST.lines());
        assertThat(summary().path("lines_clean").asInt()).isEqualTo(OLIST.lines() - 1);
        assertThat(run.rows("quarantine"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.getField("source")).isEqualTo("orders.csv");
                            assertThat(row.getField("rule")).isEqualTo("missing_field");
                            assertThat(row.getField("reason")).contains("(ordered_units)");
                        });
    }

    @Test
    void aPunctualSellerThatIsPraisedIsToldOfItsFreightAlone() throws IOException {
        NamedCsvRecord last = lastScore(OlistFolder.PUNCTUAL);
        // Nearly: rates are drawn towards those of all sellers.
        assertThat(number(last, "rating_punctuality")).isGreaterThan(0.9);
        assertThat(number(last, "rating_rating")).isGreaterThan(0.95);
        assertThat(number(last, "rating_fill_rate")).isGreaterThan(0.99);
        assertThat(last.getField("action")).isEqualTo("lower freight, or include it in the price");
    }

    /** Late every fifth time: 1 - 0.2 / 0.3; then 2 stars, else 5: (4 * 1 + 0.25) / 5. */
    @Test
    void aLateSellerIsToldToKeepItsPromise() throws IOException {
        NamedCsvRecord last = lastScore(OlistFolder.LATE);
        assertThat(number(last, "rating_punctuality")).isCloseTo(0.33, within(0.2));
        assertThat(number(last, "rating_rating")).isCloseTo(0.85, within(0.05));
        assertThat(number(last, "rating_fill_rate")).isGreaterThan(0.99);
        assertThat(number(last, "score"))
                .isLessThan(number(lastScore(OlistFolder.PUNCTUAL), "score"));
        assertThat(last.getField("action"))
                .isEqualTo("agree on dispatch within the promise, or promise later");
    }

    @Test
    void partsAddUpToTheScore() throws IOException {
        assertThat(run.rows("satisfaction"))
                .isNotEmpty()
                .allSatisfy(
                        row ->
                                assertThat(parts(row))
                                        .isCloseTo(number(row, "score"), within(1e-4)));
    }

    @Test
    void ordersDrawnByHowTheyWentCountAgainstNobody() throws IOException {
        // What was paid does not depend on how it went.
        assertThat(run.rows("satisfaction"))
                .filteredOn(row -> row.getField("entity").equals(OlistFolder.ILL_DRAWN))
                .allSatisfy(
                        row ->
                                assertThat(row.getField("part_price"))
                                        .isEqualTo(row.getField("score")));
        double promises =
                number(lastScore(OlistFolder.PUNCTUAL), "evidence_punctuality")
                        + number(lastScore(OlistFolder.LATE), "evidence_punctuality");
        assertThat(number(lastScore(OlistFolder.ILL_DRAWN), "evidence_punctuality")).isZero();
        assertThat(number(lastScore("main"), "evidence_punctuality"))
                .isLessThanOrEqualTo(promises + 1);
    }

    /** Olist tells no returns and no complaints: nobody is praised for having none. */
    @Test
    void whatIsToldOfNobodyIsMissingForEverybody() throws IOException {
        assertThat(run.column("satisfaction", "part_returns")).containsOnly("");
        assertThat(run.column("satisfaction", "part_complaints")).containsOnly("");
        assertThat(Files.readString(run.folder().resolve("report.html")))
                .contains("This history tells no returns, no complaints, no quality, no service");
    }

    @Test
    void scoresNoBrandSinceNoneIsNamed() throws IOException {
        assertThat(run.column("satisfaction", "entity_kind"))
                .containsOnly("seller", "place", "group");
        assertThat(run.rows("brand_scores")).isEmpty();
    }

    @Test
    void countsTheDemandOfEveryProduct() throws IOException {
        int units = run.column("demand", "units").mapToInt(Integer::parseInt).sum();
        assertThat(units).isEqualTo(run.rows("orders").size()).isEqualTo(OLIST.orders());
        assertThat(run.column("forecast", "item").distinct())
                .containsExactlyInAnyOrderElementsOf(OLIST.products());
    }

    @Test
    void plansOrdersWithTheSellersAndSaysThatCostsAreAssumed() throws IOException {
        assertThat(run.column("plan", "supplier").distinct())
                .contains(OlistFolder.PUNCTUAL, OlistFolder.LATE);
        assertThat(run.column("plan", "assumed")).containsOnly("true");
        assertThat(run.column("items", "category")).contains("toys").doesNotContain("brinquedos");
    }

    private static NamedCsvRecord lastScore(String seller) throws IOException {
        return run.rows("satisfaction").stream()
                .filter(row -> row.getField("entity").equals(seller))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static double parts(NamedCsvRecord row) {
        return row.getHeader().stream()
                .filter(column -> column.startsWith("part_"))
                .filter(column -> !row.getField(column).isEmpty())
                .mapToDouble(column -> number(row, column))
                .sum();
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
