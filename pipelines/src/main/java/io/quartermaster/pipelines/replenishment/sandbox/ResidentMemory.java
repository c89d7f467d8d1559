package io.quartermaster.pipelines.replenishment.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of a process that lies in main memory, as Linux tells it. */
final class ResidentMemory {

    private static final String FIELD = "VmRSS:";
    private static final long KILOBYTE = 1024;

    private ResidentMemory() {}

    /** In bytes; 0 where it cannot be told. */
    static long ofThis() {
        return of("self");
    }

    /** In bytes; 0 where it cannot be told, or the process has ended. */
    static long of(long pid) {
        return of(Long.toString(pid));
    }

    private static long of(String process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
