package io.quartermaster.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntoldRisksTest {

    private static final String DELIVERIES = "direction,item,promised_at,delivered_at\n";

    @TempDir private Path run;

    @BeforeEach
    void aRunThatTellsAll() throws IOException {
        table("deliveries", DELIVERIES + "INBOUND,A1,2026-01-02T00:00:00Z,2026-01-03T00:00:00Z\n");
        table("lifecycle", "id\nl1\n");
        table("terms", "id\nt1\n");
        table("stock", "id\ns1\n");
    }

    @Test
    void nothingIsUntoldWhereAllIsThere() throws IOException {
        assertThat(untold()).isEqualTo(new UntoldRisks(List.of()));
    }

    @Test
    void deliveriesToCustomersOrStillUnderWayTellNoSupply() throws IOException {
        table(
                "deliveries",
                DELIVERIES
                        + "OUTBOUND,A1,,2026-01-03T00:00:00Z\nINBOUND,,,2026-01-03T00:00:00Z\nINBOUND,A1,2026-01-09T00:00:00Z,\n");

        assertThat(untold().sentences())
                .singleElement()
                .asString()
                .startsWith("Whether a supply may break and whether a category leans")
                .contains("no delivery of a supplier that has arrived");
    }

    @Test
    void arrivalsThatWereNeverPromisedTellNoLateness() throws IOException {
        table("deliveries", DELIVERIES + "INBOUND,A1,,2026-01-03T00:00:00Z\n");

        assertThat(untold().sentences())
                .containsExactly(
                        "Whether suppliers are late could not be watched: none of their deliveries says what was promised.");
    }

    @Test
    void termsOrLifeCycleEitherTellOfExits() throws IOException {
        table("lifecycle", "id\n");
        assertThat(untold().sentences()).isEmpty();
        table("terms", "id\n");
        table("stock", "id\n");

        assertThat(untold().sentences())
                .containsExactly(
                        "Whether a brand may leave could not be watched: there are neither steps of a life cycle nor terms.",
                        "What stock is at stake could not be told: there are no levels of stock.");
    }

    private UntoldRisks untold() throws IOException {
        return UntoldRisks.of(new ResultFiles(run));
    }

    private void table(String name, String text) throws IOException {
        Path folder = Files.createDirectories(run.resolve("csv"));
        Files.writeString(folder.resolve(name + ".csv"), text);
    }
}
