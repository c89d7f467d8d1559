package io.quartermaster.udfs.event;

import io.quartermaster.domain.event.IsoForms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code DAY_OF(instant [, zone])}: the day of an ISO-8601 instant as result tables write it, cut
 * in a zone (UTC if none is given). NULL or empty text has no day.
 */
public final class DayOfFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public LocalDate eval(String instant) {
        return isUnknown(instant) ? null : day(instant, ZoneOffset.UTC);
    }

    public LocalDate eval(String instant, String zone) {
        return isUnknown(instant) || zone == null ? null : day(instant, ZoneId.of(zone));
    }

    private static boolean isUnknown(String instant) {
        return instant == null || instant.isEmpty();
    }

    private static LocalDate day(String text, ZoneId zone) {
        Instant usual = IsoForms.instant(text);
        return LocalDate.ofInstant(usual != null ? usual : Instant.parse(text), zone);
    }
}
