package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {

    @TempDir private Path folder;

    @Test
    void appearsWholeOnCommit() throws IOException {
        Path place = folder.resolve("a/b.csv");
        try (OutputFile output = OutputFile.open(place, false)) {
            Files.writeString(output.path(), "1");
            assertThat(place).doesNotExist();
            output.commit();
        }
        assertThat(place).hasContent("1");
        assertThat(place.getParent().toFile().list()).containsExactly("b.csv");
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (OutputFile output = OutputFile.open(folder.resolve("b.csv"), false)) {
            Files.writeString(output.path(), "1");
        }
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void refusesAFileThatIsThere() throws IOException {
        Path place = Files.writeString(folder.resolve("b.csv"), "old");
        refuses(
                place,
                "The output file (%s) is there already.\nMaybe add --overwrite, or choose another name."
                        .formatted(place));
        assertThat(place).hasContent("old");
    }

    @Test
    void replacesTheOldFileOnlyOnCommit() throws IOException {
        Path place = Files.writeString(folder.resolve("b.csv"), "old");
        try (OutputFile output = OutputFile.open(place, true)) {
            Files.writeString(output.path(), "new");
            assertThat(place).hasContent("old");
            output.commit();
        }
        assertThat(place).hasContent("new");
    }

    @Test
    void refusesAFolderInTheWay() {
        refuses(
                folder,
                "The output (%s) is a folder; a file is wanted.\nMaybe name a file in it."
                        .formatted(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.csv", "deep/er/b.csv"})
    void refusesAPlaceBelowAFile(String below) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "1");
        Path place = file.resolve(below);
        String message =
                "The output (%s) cannot be written: %s is a file, not a folder.\nMaybe choose another folder."
                        .formatted(place, file);
        refuses(place, message);
        assertThatThrownBy(() -> OutputFolder.open(place, false)).hasMessage(message);
        assertThat(file).hasContent("1");
    }

    @Test
    void saysThatThereIsNoRight() {
        assertThat(OutputFile.cannotWrite(place(), new AccessDeniedException("x")))
                .hasMessage(
                        "The output (%s) cannot be written: there is no right to write in %s.\nMaybe choose another folder."
                                .formatted(place(), folder));
    }

    @Test
    void saysThatNoSpaceIsLeft() {
        assertThat(
                        OutputFile.cannotWrite(
                                place(),
                                new FileSystemException("x", null, "No space left on device")))
                .hasMessage(
                        "The output (%s) cannot be written: No space left on device.\nMaybe choose another folder."
                                .formatted(place()));
    }

    private Path place() {
        return folder.resolve("new/b.csv");
    }

    private static void refuses(Path place, String message) {
        assertThatThrownBy(() -> OutputFile.open(place, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
