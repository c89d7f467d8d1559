package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.pipelines.result.OutputContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole loop over a shop of three months, in the form and with the dirt of Online Retail. */
class RetailBackfillTest extends OutputContract {

    private static final LocalDate FIRST = LocalDate.of(2011, 6, 1);
    private static final int DAYS = 90;
    private static final int CUSTOMERS = 8;
    private static final int ITEMS = 12;

    /** Bought by people who gave no name, and by nobody else. */
    private static final String NAMELESS = "30001";

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir private static Path folder;
    private static final List<String> LINES = lines();
    private static RunOutput run;

    @BeforeAll
    static void backfill() throws IOException {
        Path file = folder.resolve("shop.csv");
        Files.writeString(file, HEADER + "\n" + String.join("\n", LINES) + "\n");
        run = RunOutput.ofBackfill("--retail=" + file, folder.resolve("out"));
    }

    @Override
    protected Path output() {
        return run.folder();
    }

    @Test
    void everyLineIsCleanOrQuarantined() throws IOException {
        assertThat(summary().path("lines_in").asInt()).isEqualTo(LINES.size());
        assertThat(run.rows("orders").size() + run.rows("returns").size())
                .isEqualTo(summary().path("lines_clean").asInt());
        assertThat(run.rows("quarantine"))
                .hasSize(summary().path("lines_quarantined").asInt())
                .hasSize(LINES.size() - summary().path("lines_clean").asInt());
    }

    @Test
    void namesTheRuleOfEachBadLine() throws IOException {
        List<String> found =
                run.rows("quarantine").stream()
                        .map(row -> row.getField("rule") + " " + line(row).split(",", -1)[0])
                        .toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "not_a_product 590001",
                        "impossible_units 590002",
                        "impossible_price 590003",
                        "duplicate 590004");
    }

    @Test
    void aCancellationIsTheReturnOfItsOrder() throws IOException {
        List<NamedCsvRecord> returns = run.rows("returns");
        assertThat(returns).hasSize(1);
        assertThat(returns.get(0).getField("cancellation")).isEqualTo("true");
        assertThat(returns.get(0).getField("units")).isEqualTo("5");
        assertThat(returns.get(0).getField("order_id")).isEqualTo("590005");
        assertThat(returns.get(0).getField("matched_order")).startsWith("590005|20001|");
    }

    @Test
    void aLineWithoutCustomerCountsInDemandAndNotInRecommendations() throws IOException {
        int units =
                run.rows("demand").stream()
                        .filter(row -> row.getField("item").equals(NAMELESS))
                        .mapToInt(row -> Integer.parseInt(row.getField("units")))
                        .sum();
        assertThat(units).isEqualTo(2 * DAYS);
        assertThat(run.rows("recommendations"))
                .isNotEmpty()
                .noneMatch(row -> row.getField("item").equals(NAMELESS))
                .noneMatch(row -> row.getField("customer").isEmpty());
        assertThat(run.column("recommendations", "customer").distinct()).hasSize(CUSTOMERS);
    }

    @Test
    void forecastsEveryItemOnTheHeldOutDays() throws IOException {
        assertThat(run.column("forecast", "item").distinct()).hasSize(ITEMS + 1);
        assertThat(run.column("forecast", "event_day"))
                .contains(FIRST.plusDays(DAYS - 1L).toString())
                .doesNotContain(FIRST.plusDays(DAYS - 15L).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "plan", "purchase_orders"})
    void rowsMadeFromAssumptionsSaySo(String table) throws IOException {
        assertThat(run.column(table, "assumed")).isNotEmpty().containsOnly("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "behaviour",
                "stock",
                "lots",
                "deliveries",
                "feedback",
                "payments",
                "offers",
                "terms",
                "campaigns",
                "campaign_lift",
                "lifecycle",
                "judgements",
                "satisfaction_weights",
                "brand_scores"
            })
    void aTableThatHistoryCannotTellHoldsItsHeaderOnly(String table) throws IOException {
        assertThat(Files.readAllLines(run.folder().resolve("csv/" + table + ".csv"))).hasSize(1);
    }

    @Test
    void theReportSaysWhyTablesAreEmpty() throws IOException {
        assertThat(Files.readString(run.folder().resolve("report.html")))
                .contains("This history tells no stock")
                .contains("This history tells no offers, terms or judgements of brands.")
                .contains("This history tells no deliveries.")
                .contains(
                        "Whether a supply may break and whether a category leans on few suppliers could not be watched")
                .contains("Whether a brand may leave could not be watched")
                .contains("What stock is at stake could not be told")
                .contains("Of what could be watched, no alert stands on the last day.");
    }

    @Test
    void keepsNoCustomerInClear() throws IOException {
        assertThat(run.column("orders", "customer").distinct())
                .hasSize(CUSTOMERS + 1)
                .contains("")
                .noneMatch(token -> token.startsWith("1234"));
    }

    /** The line of the input that a row of quarantine is about. */
    private static String line(NamedCsvRecord quarantined) {
        return LINES.get(Integer.parseInt(quarantined.getField("line")) - 2);
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int customer = day % 2; customer < CUSTOMERS; customer += 2) {
                lines.add(purchase(day, customer));
            }
            lines.add(line("%d".formatted(580_000 + day), NAMELESS, 2, day, 12, "3.25", ""));
            if (day == 20) {
                lines.addAll(dirt(day));
                lines.add(line("590005", "20001", 5, day, 15, "1.95", "12340.0"));
            }
            if (day == 21) {
                lines.add(line("C590006", "20001", -5, day, 15, "1.95", "12340.0"));
            }
        }
        return lines;
    }

    /** Each customer buys half of the items, another half than the next customer. */
    private static String purchase(int day, int customer) {
        int item = (customer + day / 2 % (ITEMS / 2)) % ITEMS;
        return line(
                "%d".formatted(500_000 + 10 * day + customer),
                "%d".formatted(20_001 + item),
                2 + (day + customer) % 5,
                day,
                9,
                "%d.95".formatted(1 + item),
                "%d.0".formatted(12_340 + customer));
    }

    private static List<String> dirt(int day) {
        String sound = line("590004", "20004", 4, day, 14, "4.95", "12341.0");
        return List.of(
                line("590001", "POST", 1, day, 13, "18.0", "12340.0"),
                line("590002", "20002", -10, day, 13, "0.0", ""),
                line("590003", "20003", 3, day, 13, "0.0", ""),
                sound,
                sound);
    }

    private static String line(
            String invoice,
            String stockCode,
            int quantity,
            int day,
            int hour,
            String price,
            String customer) {
        return "%s,%s,\"ARTICLE %s, BOXED\",%d,%s %02d:30:00,%s,%s,United Kingdom"
                .formatted(
                        invoice,
                        stockCode,
                        stockCode,
                        quantity,
                        FIRST.plusDays(day),
                        hour,
                        price,
                        customer);
    }
}
