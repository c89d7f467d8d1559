package io.quartermaster.pipelines.embedded;

import java.util.Map;

/**
 * What became of the lines that came in.
 *
 * @param in lines read
 * @param clean lines that became clean events
 * @param quarantinedByRule lines kept apart, by rule in alphabetical order
 */
record LineCounts(long in, long clean, Map<String, Long> quarantinedByRule) {

    LineCounts {
        if (in == 0) {
            throw new IllegalArgumentException(
                    "The input holds no line of the days asked for.\nMaybe check --from and --to.");
        }
        long quarantined = sum(quarantinedByRule);
        if (in != clean + quarantined) {
            throw new IllegalStateException(
                    "The lines read (%d) must equal the clean (%d) and the quarantined ones (%d) together."
                            .formatted(in, clean, quarantined));
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    long quarantined() {
        return sum(quarantinedByRule);
    }
}
