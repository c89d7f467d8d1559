package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommittedLibraryTest {

    private static final Path LIBRARY =
            Path.of("src/main/resources/native/linux-x86_64/libquartermaster_scip.so");
    private static final Path SOURCES = Path.of("src/main/native");

    @Test
    void isBuiltFromTheSourcesBesideIt() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String kind : List.of(".c", ".h")) {
            for (Path source : sources(kind)) {
                digest.update(Files.readAllBytes(source));
            }
        }
        String wanted = "source-sha256=" + HexFormat.of().formatHex(digest.digest());
        String library = new String(Files.readAllBytes(LIBRARY), StandardCharsets.ISO_8859_1);
        assertThat(library.contains(wanted))
                .as("%s must be built from %s: run src/main/native/build.sh", LIBRARY, SOURCES)
                .isTrue();
    }

    private static List<Path> sources(String kind) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(kind)).sorted().toList();
        }
    }
}
