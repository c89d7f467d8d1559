package io.quartermaster.pipelines.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Peak resident memory (VmHWM) of this process and every process below it, as Linux counts it. */
final class PeakMemory {

    private static final long KILOBYTES_PER_MEGABYTE = 1024;

    private PeakMemory() {}

    /** In megabytes; 0 where the system does not tell. */
    static long megabytes() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                        .mapToLong(process -> kilobytes(process.pid()))
                        .sum()
                / KILOBYTES_PER_MEGABYTE;
    }

    private static long kilobytes(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        if (Files.notExists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
