package io.quartermaster.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quartermaster.pipelines.result.ResultFiles;
import io.quartermaster.pipelines.result.ResultSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignSectionTest {

    private static final String HEADER =
            "brand,campaign,kind,starts_on,ends_on,units,base_units,lift,lift_low,lift_high,lift_share,cost,net,net_low,net_high,note\n";

    @TempDir private Path run;

    @Test
    void tellsLiftAndMoneyWithTheirIntervals() throws IOException {
        String page =
                page(
                        HEADER
                                + "Alder & Brook,spring,discount,2024-03-01,2024-03-07,150,100,50,40,60,0.5,80,120,70,170,\n");
        assertThat(page)
                .contains("Alder &amp; Brook", "40 to 60", "50 %", "70 to 170")
                .doesNotContain("no campaigns");
    }

    @Test
    void tellsWhyACampaignIsNotMeasured() throws IOException {
        String page =
                page(
                        HEADER
                                + "Alderbrook,spring,discount,2024-03-01,2024-03-07,,,,,,,80,,,,Not all of its days are known.\n");
        assertThat(page).contains("Not all of its days are known.", "–");
    }

    @Test
    void saysThatThereWasNone() throws IOException {
        assertThat(page(HEADER)).contains("This history tells no campaigns.");
    }

    private String page(String table) throws IOException {
        Path csv = Files.createDirectories(run.resolve(ResultSchema.FOLDER));
        Files.writeString(csv.resolve("campaign_lift.csv"), table);
        Html html = new Html();
        new CampaignSection()
                .write(
                        html,
                        new ReportInput(
                                new ResultFiles(run),
                                JsonNodeFactory.instance.objectNode(),
                                Measures.NONE));
        return html.toString();
    }
}
