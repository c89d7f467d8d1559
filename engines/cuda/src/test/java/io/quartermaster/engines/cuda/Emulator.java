package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.engine.Requires;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles the emulation of {@code similarity.cu}: once in a test run as it is, or a changed copy.
 */
final class Emulator {

    static final Path SOURCE = Path.of("src/main/cuda/similarity.cu");

    private static final String UNDEFINED = "undefined";

    private static Path executable;
    private static Path sanitized;

    private Emulator() {}

    /** The executable; skips the test where g++ is absent. */
    static synchronized Path executable() {
        Requires.thing(isOnPath("g++"), "g++");
        if (executable == null) {
            executable = compile(SOURCE.getParent(), "emulator", UNDEFINED);
        }
        return executable;
    }

    /** One that stops at an address that is not its own too, and takes twice as long. */
    static synchronized Path sanitized() {
        Requires.thing(isOnPath("g++"), "g++");
        if (sanitized == null) {
            sanitized = compile(SOURCE.getParent(), "sanitized-emulator", "address," + UNDEFINED);
        }
        return sanitized;
    }

    /** The executable of a changed source; skips the test where g++ is absent. */
    static Path executable(String source, String name) {
        Requires.thing(isOnPath("g++"), "g++");
        try {
            Path folder = Files.createDirectories(Path.of("target", name));
            Files.writeString(folder.resolve(SOURCE.getFileName()), source);
            return compile(folder, name + "/emulator", UNDEFINED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compile(Path sources, String name, String sanitizers) {
        Path target = Path.of("target", name).toAbsolutePath();
        List<String> command =
                List.of(
                        "g++",
                        "-std=c++17",
                        "-O1",
                        "-ffp-contract=off",
                        "-fsanitize=" + sanitizers,
                        "-fno-sanitize-recover=all",
                        "-Wall",
                        "-Wno-unknown-pragmas",
                        "-I" + sources,
                        "-Isrc/test/cuda",
                        "-o",
                        target.toString(),
                        "src/test/cuda/emulator.cpp");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            byte[] output = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as(new String(output, StandardCharsets.UTF_8)).isZero();
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
