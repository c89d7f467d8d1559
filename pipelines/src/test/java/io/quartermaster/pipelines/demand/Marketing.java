package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CampaignKind;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.pipelines.channel.Channels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Campaigns, catalogue rows and windows in the words of tests; days count from 2024-01-01. */
public final class Marketing {

    public static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private Marketing() {}

    /** A campaign of all items and places, told on a day. */
    public static Campaign campaign(String name, int version, int told, int from, int to) {
        return campaign(name, version, told, from, to, "");
    }

    public static Campaign campaign(
            String name, int version, int told, int from, int to, String items) {
        return new Campaign(
                name + "-" + version,
                at(told),
                "test",
                name,
                "Nordlicht",
                version,
                items,
                "",
                FIRST.plusDays(from),
                FIRST.plusDays(to),
                CampaignKind.ADVERTISING,
                BigDecimal.valueOf(100),
                "EUR",
                0);
    }

    public static CatalogueItem row(String item, int day) {
        return row(item, "Nordlicht", day);
    }

    /** A row of the catalogue that names a brand, or none. */
    public static CatalogueItem row(String item, String brand, int day) {
        return new CatalogueItem(
                "row-" + item + "-" + day,
                at(day),
                "test",
                item,
                brand,
                "lamps",
                "supplier",
                BigDecimal.valueOf(2),
                BigDecimal.valueOf(5),
                "EUR",
                1,
                0,
                null,
                false);
    }

    public static DemandWindow window(String item, int day, long units, int revision) {
        LocalDate date = FIRST.plusDays(day);
        return new DemandWindow(
                item, "main", date, units, 5, 0, false, 10, 2, 4, revision, Channels.endOf(date));
    }

    /** A day without stock or sales, watched as any other. */
    static DemandWindow emptyWindow(String item, int day, int revision) {
        LocalDate date = FIRST.plusDays(day);
        return new DemandWindow(
                item, "main", date, 0, 5, 0, true, 10, 2, 4, revision, Channels.endOf(date));
    }

    /** A day on which the item was shown. */
    static DemandWindow shownWindow(String item, int day, long units, long shown, int revision) {
        LocalDate date = FIRST.plusDays(day);
        double wanted = (double) units;
        return new DemandWindow(
                item,
                "main",
                date,
                units,
                5,
                0,
                false,
                10,
                2,
                4,
                "",
                wanted,
                wanted,
                shown,
                wanted,
                0,
                revision,
                Channels.endOf(date));
    }

    /** Six in the morning of a day. */
    public static Instant at(int day) {
        return FIRST.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    /** The last instant of a day. */
    public static long endOf(int day) {
        return Channels.endOf(FIRST.plusDays(day)).toEpochMilli();
    }
}
