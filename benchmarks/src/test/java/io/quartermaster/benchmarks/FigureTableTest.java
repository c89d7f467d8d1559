package io.quartermaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTableTest {

    private static final String HEAD =
            "| name | reached | asked | ratio to peer | command |\n| --- | --- | --- | --- | --- |\n";

    @TempDir private Path folder;
    private Workshop workshop;
    private final FigureTable table = new FigureTable();

    @BeforeEach
    void openWorkshop() throws Exception {
        workshop = new Workshop(folder, folder.resolve("data"));
    }

    @Test
    void saysWhatWasReachedAndWhatWasMissed() throws Exception {
        table.add(figure(any -> Figure.Reached.of("3 s", "2 x", true)), workshop);
        assertThat(table.isSound()).isTrue();
        table.add(figure(any -> Figure.Reached.of("9 s", "", false)), workshop);
        assertThat(table.isSound()).isFalse();
        assertThat(table.text())
                .isEqualTo(
                        HEAD
                                + "| speed | 3 s | under 5 s | 2 x | `go` |\n"
                                + "| speed | 9 s (not met) | under 5 s |  | `go` |\n");
    }

    @Test
    void goesOnWithoutTheDataOfAFigure() throws Exception {
        table.add(figure(any -> Figure.Reached.said(any.data("olist").toString(), "")), workshop);
        table.add(figure(any -> Figure.Reached.said("4", "")), workshop);
        assertThat(table.isSound()).isTrue();
        assertThat(table.text())
                .contains("| speed | not measured: the data (olist) is not here | under 5 s |")
                .contains("| speed | 4 | under 5 s |");
    }

    @Test
    void goesOnAfterAFigureThatFailsAndCountsIt() throws Exception {
        table.add(
                figure(any -> Figure.Reached.said(shell(any, "echo broken; exit 3"), "")),
                workshop);
        table.add(figure(any -> Figure.Reached.said("4", "")), workshop);
        assertThat(table.isSound()).isFalse();
        assertThat(table.text())
                .contains("| not measured: sh -c echo broken; exit 3 ended with 3 |")
                .doesNotContain("broken\n")
                .contains("| speed | 4 |");
    }

    private static String shell(Workshop workshop, String script)
            throws IOException, InterruptedException {
        return "%.0f".formatted(workshop.seconds(workshop.root(), List.of("sh", "-c", script)));
    }

    private static Figure figure(ProcessFigure.Measurement measurement) {
        return new ProcessFigure("speed", "under 5 s", "go", measurement);
    }
}
