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

class RiskCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void trainsOnAHistoryAndTellsTheChancesOfNewLines() throws IOException {
        Path model = folder.resolve("model");
        assertThat(
                        run(
                                "train",
                                "late",
                                "--input=" + history(),
                                "--groups=vendor,place",
                                "--numbers=units",
                                "--output=" + model))
                .as(error.toString())
                .isZero();
        assertThat(error.toString()).contains("Area under the curve on 120 lines held out: 0.");

        Path open =
                Files.writeString(
                        folder.resolve("open.csv"),
                        "ordered,due,vendor,place,units\n2025-03-01,2025-03-15,slow,x,3\n?,2025-03-16,steady,x,n/a\n");
        assertThat(run("risk", "deliveries", "--input=" + open, "--model=" + model)).isZero();
        List<String> rows = out.toString().lines().toList();
        assertThat(rows.get(0)).isEqualTo("line,due_day,chance_late,reason");
        assertThat(rows.get(1)).startsWith("1,2025-03-15,").contains("vendor (slow) is late in ");
        assertThat(chance(rows.get(1))).isGreaterThan(chance(rows.get(2)) + 0.2);
    }

    @Test
    void tellsWhereACategoryLeansOnFew() throws IOException {
        Path units =
                Files.writeString(
                        folder.resolve("units.csv"),
                        "category,brand,units\ntea,A,50\ntea,B,30\ntea,C,20\ncups,A,4\ncups,B,0\npots,A,0\n");
        assertThat(run("risk", "concentration", "--input=" + units, "--supplier=brand")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "category,suppliers,herfindahl,high,largest,largest_share",
                        "cups,2,1.000000,true,A,1.000000",
                        "pots,1,,false,A,",
                        "tea,3,0.380000,true,A,0.500000");
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "due,vendor\nsoon,a\n");
        assertThat(run("risk")).isEqualTo(Quartermaster.BAD_USAGE);
        assertThat(error.toString()).contains("risk deliveries");
        assertThat(run("risk", "deliveries", "--input=" + wrong, "--model=" + folder)).isEqualTo(1);
        assertThat(error.toString()).contains("train it first: quartermaster train late");
        assertThat(
                        run(
                                "train",
                                "late",
                                "--input=" + wrong,
                                "--ordered=due",
                                "--delivered=due",
                                "--groups=vendor",
                                "--output=" + folder.resolve("m")))
                .isEqualTo(1);
        assertThat(error.toString()).contains("The column (due) says how a line ended");
        assertThat(
                        run(
                                "risk",
                                "concentration",
                                "--input="
                                        + Files.writeString(
                                                folder.resolve("u.csv"),
                                                "category,supplier,units\na,b,-1\n")))
                .isEqualTo(1);
        assertThat(error.toString()).contains("Line 2").contains("Its units (-1) is negative.");
    }

    /** 400 lines; the slow vendor is late every other time, the steady one every tenth. */
    private Path history() throws IOException {
        List<String> lines = new ArrayList<>(List.of("ordered,due,delivered,vendor,place,units"));
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < 400; i++) {
            boolean isSlow = i % 2 == 0;
            boolean isLate = isSlow ? i % 4 == 0 : i % 20 == 1;
            LocalDate due = first.plusDays(14 + i);
            lines.add(
                    "%s,%s,%s,%s,x,%d"
                            .formatted(
                                    due.minusDays(14),
                                    due,
                                    isLate ? due.plusDays(2) : due,
                                    isSlow ? "slow" : "steady",
                                    i % 7));
        }
        return Files.write(folder.resolve("history.csv"), lines);
    }

    private static double chance(String row) {
        return Double.parseDouble(row.split(",", -1)[2]);
    }

    private int run(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}
