package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir private Path folder;

    @Test
    void appearsWholeOnCommit() throws IOException {
        Path place = folder.resolve("a/b");
        try (OutputFolder output = OutputFolder.open(place, false)) {
            Files.writeString(output.path().resolve("x"), "1");
            assertThat(place).doesNotExist();
            output.commit();
        }
        assertThat(place.resolve("x")).hasContent("1");
        assertThat(place.getParent().toFile().list()).containsExactly("b");
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (OutputFolder output = OutputFolder.open(folder.resolve("a/b"), false)) {
            Files.writeString(output.path().resolve("x"), "1");
        }
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(folder.resolve("x"), "1");
        assertThatThrownBy(() -> OutputFolder.open(folder, false))
                .hasMessage(
                        "The output folder (%s) is not empty.\nMaybe add --overwrite, or choose another one."
                                .formatted(folder));
    }

    @Test
    void replacesTheOldFolderOnlyOnCommit() throws IOException {
        Path place = Files.createDirectory(folder.resolve("out"));
        Files.writeString(place.resolve("old"), "1");
        try (OutputFolder output = OutputFolder.open(place, true)) {
            assertThat(place.resolve("old")).exists();
            Files.writeString(output.path().resolve("new"), "2");
            output.commit();
        }
        assertThat(place.toFile().list()).containsExactly("new");
    }

    @Test
    void refusesAFileInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "1");
        assertThatThrownBy(() -> OutputFolder.open(file, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a file; a folder is wanted");
    }
}
