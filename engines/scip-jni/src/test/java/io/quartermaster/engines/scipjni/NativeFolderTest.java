package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {

    private static final String RESOURCE = "native/linux-x86_64/libquartermaster_scip.so";

    @TempDir Path temporary;

    @Test
    void writesWholeFilesIntoAPrivateFolderOnce() throws IOException {
        NativeFolder folder = new NativeFolder(temporary.resolve("natives"));

        Path first = extract(folder);
        Path second = extract(folder);

        assertThat(second).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rwx------");
        try (var files = Files.list(first)) {
            assertThat(files).containsExactly(first.resolve("libquartermaster_scip.so"));
        }
    }

    @Test
    void replacesAHalfWrittenFile() throws IOException {
        NativeFolder folder = new NativeFolder(temporary.resolve("natives"));
        Path library = extract(folder).resolve("libquartermaster_scip.so");
        long whole = Files.size(library);
        Files.write(library, new byte[3]);

        extract(folder);

        assertThat(library).hasSize(whole);
    }

    @Test
    void refusesAFolderThatOthersCanWrite() throws IOException {
        Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> extract(new NativeFolder(open)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "The folder (" + open + ") for native libraries is not private");
    }

    @Test
    void namesWhatIsNotOnTheClassPath() {
        assertThatThrownBy(
                        () ->
                                new NativeFolder(temporary)
                                        .extract(getClass().getClassLoader(), "absent.so"))
                .hasMessage("absent.so is not on the class path");
    }

    private static Path extract(NativeFolder folder) throws IOException {
        return folder.extract(NativeFolderTest.class.getClassLoader(), RESOURCE);
    }
}
