package io.quartermaster.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.pipelines.result.ResultSchema;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.pipelines.result.ResultTable;
import io.quartermaster.pipelines.result.RowFormat;
import io.quartermaster.pipelines.result.SqlAnswers;
import io.quartermaster.pipelines.result.SqlScript;
import io.quartermaster.pipelines.result.TableWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack of campaigns over three that are known: one pays, one only adds, one is unmeasured. */
class CampaignsPackTest {

    @TempDir private Path results;

    @Test
    void saysWhichCampaignsPay() throws Exception {
        write(
                List.of(
                        outcome("spring", "discount", 100, 50, 40, 60, 30, 10),
                        outcome("summer", "discount", 100, 20, 5, 35, -40, -60),
                        outcome("autumn", "bundle", 0, Double.NaN, 0, 0, 0, 0)));
        StringWriter out = new StringWriter();
        SqlAnswers answers =
                new SqlAnswers(
                        ResultSession.open(results, Map.of()), RowFormat.CSV, new PrintWriter(out));
        List<String> statements =
                SqlScript.statements(Files.readString(Path.of("packs/campaigns.sql")));
        for (int i = 0; i < statements.size(); i++) {
            answers.answer(i + 1, statements.get(i));
        }
        assertThat(out.toString().lines())
                .contains(
                        "Nordlicht,spring,discount,2024-03-01,2024-03-07,50,0.5,30,pays",
                        "Nordlicht,summer,discount,2024-03-01,2024-03-07,20,0.2,-40,adds",
                        "discount,2,0.35,1.43,-10")
                .noneMatch(line -> line.contains("autumn"));
    }

    private void write(List<CampaignOutcome> outcomes) throws IOException {
        Path folder = Files.createDirectories(results.resolve(ResultSchema.FOLDER));
        for (ResultTable<?, ?> table : ResultSchema.tables()) {
            write(table, table.name().equals("campaign_lift") ? outcomes : List.of(), folder);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T, R> void write(ResultTable<?, ?> table, List<?> rows, Path folder)
            throws IOException {
        TableWriter.write((ResultTable<T, R>) table, (List<T>) rows, folder);
    }

    private static CampaignOutcome outcome(
            String name,
            String kind,
            double base,
            double lift,
            double low,
            double high,
            double net,
            double netLow) {
        return new CampaignOutcome(
                "Nordlicht",
                name,
                1,
                kind,
                LocalDate.parse("2024-03-01"),
                LocalDate.parse("2024-03-07"),
                base + lift,
                base,
                lift,
                low,
                high,
                lift / base,
                40,
                0,
                0,
                50,
                net,
                netLow,
                net,
                "EUR",
                "",
                0,
                Instant.EPOCH);
    }
}
