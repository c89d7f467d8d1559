package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

    @Test
    void writesAMarketplaceIntoAFolderOfItsOwn() {
        Path output = folder.resolve("market");
        int code =
                execute(
                        "generate",
                        "--brands",
                        "3",
                        "--skus",
                        "6",
                        "--days",
                        "40",
                        "--seed",
                        "7",
                        "--output",
                        output.toString());
        assertThat(code).isZero();
        assertThat(output.resolve("orders.csv")).isNotEmptyFile();
        assertThat(output.resolve("truth.csv")).isNotEmptyFile();
        assertThat(output.resolve("truth_campaigns.csv"))
                .hasContent("campaign,brand,starts_on,ends_on,base_units,lift_units");
        assertThat(output.resolve("truth_brands.csv"))
                .content()
                .startsWith("brand,quality,awareness,supply,launched_on\nNordlicht,0.9,0.45,0.85,")
                .satisfies(text -> assertThat(text.lines()).hasSize(4));
    }

    @Test
    void leavesNothingWhenTheSizesMakeNoSense() {
        Path output = folder.resolve("market");
        int code = execute("generate", "--days", "3", "--output", output.toString());
        assertThat(code).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The number of days (3) must be 30 or more.");
        assertThat(Files.exists(output)).isFalse();
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}
