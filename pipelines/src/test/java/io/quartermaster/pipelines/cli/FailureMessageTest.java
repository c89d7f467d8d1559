package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FailureMessageTest {

    @TempDir private Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a device of Linux")
    void saysThatNoSpaceIsLeft() {
        Throwable full = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[] {1}));
        assertThat(FailureMessage.of(wrapped((IOException) full)))
                .isEqualTo(
                        "There is no space left to write the output.\nMaybe free some or choose another folder.");
    }

    @Test
    void saysWhereNoSpaceIsLeft() {
        IOException full = new FileSystemException("out/csv", null, "No space left on device");
        assertThat(FailureMessage.of(wrapped(full)))
                .isEqualTo(
                        "There is no space left to write the output at (out/csv).\nMaybe free some or choose another folder.");
    }

    @Test
    void saysThatThereIsNoRight() {
        assertThat(FailureMessage.of(wrapped(new AccessDeniedException("out/csv"))))
                .isEqualTo(
                        "There is no right to read or write (out/csv).\nMaybe choose another folder or change its rights.");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(FailureMessage.of(wrapped(new NoSuchFileException("in.csv"))))
                .isEqualTo("The file (in.csv) does not exist.\nMaybe check its path.");
    }

    @Test
    void saysThatAnInputIsCutOff() {
        assertThat(FailureMessage.of(wrapped(new EOFException("Unexpected end of ZLIB input"))))
                .isEqualTo(
                        "An input is cut off or damaged (Unexpected end of ZLIB input).\nMaybe fetch the file again.");
    }

    @Test
    void prefersWhatThisProgramSaidToWhatLiesBeneath() {
        IOException beneath = new NoSuchFileException("a");
        assertThat(
                        FailureMessage.of(
                                new IllegalStateException(
                                        "The run stopped.",
                                        new IllegalArgumentException("The a is bad.", beneath))))
                .isEqualTo("The run stopped.");
    }

    @Test
    void namesTheKindOfAFailureThatNobodyForesaw() {
        assertThat(FailureMessage.of(new ArithmeticException("/ by zero")))
                .isEqualTo(
                        "The work failed with ArithmeticException: / by zero\nMaybe run it again with --verbose to see where.");
    }

    @Test
    void showsWhereInTheCodeOnlyWhenVerbose() {
        String plain = errorOf();
        String verbose = errorOf("--verbose");
        assertThat(plain).contains("does not exist").doesNotContain("\tat ");
        assertThat(verbose).startsWith(plain).contains("\tat io.quartermaster.");
    }

    private String errorOf(String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "backfill",
                                "--retail=" + folder.resolve("none.csv"),
                                "--output=" + folder.resolve("out")));
        arguments.addAll(List.of(options));
        StringWriter error = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error));
        assertThat(line.execute(arguments.toArray(String[]::new))).isEqualTo(Quartermaster.FAILURE);
        return error.toString();
    }

    /** As Flink hands on what a task threw. */
    private static Throwable wrapped(IOException problem) {
        return new RuntimeException("Job execution failed.", new RuntimeException(problem));
    }
}
