package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class QuartermasterTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }

    @Test
    void refusesAnUnknownVerb() {
        assertThat(run("dance")).isEqualTo(Quartermaster.BAD_USAGE);
        assertThat(error.toString()).contains("dance").doesNotContain("\tat ");
    }

    @Test
    void refusesAnUnknownOption() {
        assertThat(run("doctor", "--loud")).isEqualTo(Quartermaster.BAD_USAGE);
        assertThat(error.toString()).contains("--loud").contains("doctor --help");
    }

    @Test
    void refusesNoVerb() {
        assertThat(run()).isEqualTo(Quartermaster.BAD_USAGE);
        assertThat(error.toString()).contains("A verb is missing.");
    }

    @Test
    void helpsWithEveryVerb() {
        for (String verb : Quartermaster.commandLine().getSubcommands().keySet()) {
            assertThat(run(verb, "--help")).as(verb).isZero();
        }
        assertThat(out.toString()).contains("Usage: quartermaster doctor");
    }

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("quartermaster ").doesNotContain("${");
    }
}
