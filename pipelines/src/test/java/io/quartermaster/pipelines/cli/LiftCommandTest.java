package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LiftCommandTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

    /** Two items of Ada sell 10 a day each but 15 in the campaign, days 60 to 66. */
    @Test
    void measuresABrandsCampaignOnADemandTable() throws IOException {
        Path demand = demand();
        Path items = write("items.csv", "item,brand", "A1,Ada", "A2,Ada", "B1,Bea");
        Path campaigns =
                write(
                        "campaigns.csv",
                        "campaign,brand,from,to",
                        "spring,Ada,%s,%s".formatted(FIRST.plusDays(60), FIRST.plusDays(66)));
        assertThat(run(demand, campaigns, "--items=" + items)).as(error.toString()).isZero();
        assertThat(folder.resolve("out/lift.csv"))
                .hasContent(
                        """
                        campaign,brand,from,to,units,base_units,lift,lift_low,lift_high,lift_share,placebos
                        spring,Ada,2025-03-07,2025-03-13,210,140,70,70,70,0.5,26
                        """);
        List<String> base = Files.readAllLines(folder.resolve("out/base.csv"));
        assertThat(base).hasSize(1 + 2 * 70);
        assertThat(base.subList(1, 71)).allMatch(line -> line.startsWith("Ada,2025-"));
        assertThat(base.subList(1, 71)).allMatch(line -> line.endsWith(",20"));
        assertThat(base.get(71)).isEqualTo("Bea,2025-01-06,3");
    }

    @Test
    void saysWhatCannotBeMeasured() throws IOException {
        Path series = write("series.csv", "unique_id,ds,y", "Ada,1,4", "Ada,2,5", "Ada,3,9");
        Path early = write("early.csv", "campaign,brand,from,to", "spring,Ada,3,3");
        assertThat(run(series, early)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The campaign (spring) of brand (Ada) cannot be measured.")
                .contains("Maybe four seasons (of 7)");
        Path unknown = write("unknown.csv", "campaign,brand,from,to", "spring,Eve,3,3");
        assertThat(run(series, unknown)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("Line 2")
                .contains("Its brand (Eve) has no units; those that have are (");
        Path empty = write("empty.csv", "campaign,brand,from,to", "spring,Ada,7,9");
        assertThat(run(series, empty)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("No units are known from its from (");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Path demand() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,place,event_day,units"));
        for (int day = 0; day < 70; day++) {
            boolean isCampaign = day >= 60 && day <= 66;
            for (String item : List.of("A1", "A2", "B1")) {
                int units = item.equals("B1") ? 3 : isCampaign ? 15 : 10;
                lines.add("%s,main,%s,%d".formatted(item, FIRST.plusDays(day), units));
            }
        }
        return write("demand.csv", lines.toArray(String[]::new));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private int run(Path input, Path campaigns, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "lift",
                                "--input=" + input,
                                "--campaigns=" + campaigns,
                                "--output=" + folder.resolve("out")));
        all.addAll(List.of(more));
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error, true));
        return line.execute(all.toArray(String[]::new));
    }
}
