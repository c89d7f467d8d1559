package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CommittedLibraryTest {

    private static final Path LIBRARY =
            Path.of("src/main/resources/native/linux-x86_64/libquartermaster_scip.so");
    private static final Path SOURCE = Path.of("src/main/native/scip_lpi.c");

    @Test
    void isBuiltFromTheSourceBesideIt() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(SOURCE));
        String wanted = "source-sha256=" + HexFormat.of().formatHex(digest);
        String library = new String(Files.readAllBytes(LIBRARY), StandardCharsets.ISO_8859_1);
        assertThat(library.contains(wanted))
                .as("%s must be built from %s: run src/main/native/build.sh", LIBRARY, SOURCE)
                .isTrue();
    }
}
