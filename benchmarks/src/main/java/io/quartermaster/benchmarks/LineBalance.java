package io.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * What became of a run's lines.
 *
 * @param in lines read
 * @param clean lines that passed
 * @param quarantined lines that did not
 */
record LineBalance(long in, long clean, long quarantined) {

    static LineBalance of(JsonNode summary) {
        return new LineBalance(
                summary.path("lines_in").asLong(),
                summary.path("lines_clean").asLong(),
                summary.path("lines_quarantined").asLong());
    }

    boolean isExact() {
        return in > 0 && in == clean + quarantined;
    }

    double quarantinedPercent() {
        return 100.0 * quarantined / in;
    }

    String words() {
        return String.format(Locale.ROOT, "%,d = %,d + %,d", in, clean, quarantined);
    }
}
