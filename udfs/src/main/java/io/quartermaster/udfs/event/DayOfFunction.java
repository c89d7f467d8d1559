package io.quartermaster.udfs.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code DAY_OF(instant [, zone])}: the day of an ISO-8601 instant as result tables write it, cut
 * in a zone (UTC if none is given). NULL or empty text has no day.
 */
public final class DayOfFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public LocalDate eval(String instant) {
        return eval(instant, "Z");
    }

    public LocalDate eval(String instant, String zone) {
        boolean unknown = instant == null || instant.isEmpty() || zone == null;
        return unknown ? null : Instant.parse(instant).atZone(ZoneId.of(zone)).toLocalDate();
    }
}
