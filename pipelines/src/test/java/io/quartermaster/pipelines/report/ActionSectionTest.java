package io.quartermaster.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.pipelines.result.ResultSchema;
import io.quartermaster.pipelines.result.ResultTable;
import io.quartermaster.pipelines.result.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionSectionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 9, 1);

    @TempDir private Path folder;

    @Test
    void showsTheLastProposalsByWhatTheyBringAndEveryEffect() throws IOException {
        String page =
                page(
                        List.of(
                                proposal("Corvino", DAY.minusDays(28), 0.3),
                                proposal("Dunmere", DAY, 0.01),
                                proposal("Estuary", DAY, 0.02)),
                        List.of(effect()));
        assertThat(page).contains("2024-09-01", "csv/satisfaction_actions.csv has all 3.");
        assertThat(page).doesNotContain("Corvino");
        assertThat(page.indexOf("Estuary")).isLessThan(page.indexOf("Dunmere"));
        assertThat(page).contains("change carrier", "place-1", "Fjellvind", "-0.125", "better");
    }

    @Test
    void saysThatNothingFellAndNothingWasTaken() throws IOException {
        assertThat(page(List.of(), List.of()))
                .contains("No indicator of a brand or seller fell beyond its noise.")
                .contains("This history tells of no action");
    }

    private String page(List<SatisfactionAction> actions, List<ActionEffect> effects)
            throws IOException {
        Files.createDirectories(folder.resolve(ResultSchema.FOLDER));
        Files.writeString(folder.resolve("summary.json"), "{}");
        write("satisfaction_actions", actions);
        write("action_effects", effects);
        Html html = new Html();
        new ActionSection().write(html, ReportInput.of(folder, Measures.NONE));
        return html.toString();
    }

    @SuppressWarnings("unchecked") // the table's name says what its rows are
    private <T> void write(String name, List<T> rows) throws IOException {
        TableWriter.write(
                (ResultTable<T, ?>) ResultSchema.table(name),
                rows,
                folder.resolve(ResultSchema.FOLDER));
    }

    private static SatisfactionAction proposal(String brand, LocalDate day, double gain) {
        return new SatisfactionAction(
                "brand",
                brand,
                day,
                "punctuality",
                "change_carrier",
                "place-1",
                0.1,
                0.2,
                200,
                100,
                0.1,
                0.02,
                0,
                15,
                50,
                0.1,
                0.12,
                0.2,
                gain,
                "late");
    }

    private static ActionEffect effect() {
        return new ActionEffect(
                "Fjellvind",
                "a1",
                "change_carrier",
                "place-1",
                DAY.minusDays(70),
                DAY,
                "punctuality",
                0.2,
                0.1,
                200,
                200,
                5,
                0.025,
                -0.125,
                -0.2,
                -0.05,
                0.17,
                -0.08,
                "better",
                "Isolde, Juniper");
    }
}
