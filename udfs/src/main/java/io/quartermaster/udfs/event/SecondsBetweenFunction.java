package io.quartermaster.udfs.event;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code SECONDS_BETWEEN(from, to)}: seconds from one ISO-8601 instant to another, negative if the
 * second comes first. NULL if one is NULL or empty.
 */
public final class SecondsBetweenFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Long eval(String from, String to) {
        boolean unknown = from == null || to == null || from.isEmpty() || to.isEmpty();
        return unknown
                ? null
                : Duration.between(Instant.parse(from), Instant.parse(to)).toSeconds();
    }
}
