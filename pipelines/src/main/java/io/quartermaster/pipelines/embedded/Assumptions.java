package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.replenishment.ReplenishmentOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * What a run takes for granted where history does not say it: costs, suppliers, lead times, stock.
 * The bundled defaults document each key; a file replaces single values.
 *
 * @param currency ISO 4217 code of prices whose file names none
 * @param supplierGroups number of groups over which items without a supplier are spread
 * @param capacityPerDay units a supplier delivers a day
 * @param leadTimeDays days from order to arrival
 * @param orderEveryDays days between order days
 * @param packUnits units of a pack
 * @param minOrderUnits smallest order of one item
 * @param unitCostShare unit cost as a share of the median price paid
 * @param unitVolumeLitres volume of a unit
 * @param shelfLifeDays days a unit keeps, 0 for ever
 * @param stockCoverDays stock at a plan's start, in days of recent mean demand
 */
public record Assumptions(
        String currency,
        int supplierGroups,
        long capacityPerDay,
        int leadTimeDays,
        int orderEveryDays,
        long packUnits,
        long minOrderUnits,
        BigDecimal unitCostShare,
        double unitVolumeLitres,
        int shelfLifeDays,
        double stockCoverDays) {

    /** Source of every event that is made from assumptions. */
    public static final String SOURCE = "assumptions";

    private static final String DEFAULTS = "default-assumptions.properties";

    public Assumptions {
        atLeast("supplier.groups", supplierGroups, 1);
        atLeast("supplier.capacity-per-day", capacityPerDay, 1);
        atLeast("supplier.lead-time-days", leadTimeDays, 0);
        atLeast("supplier.order-every-days", orderEveryDays, 1);
        atLeast("supplier.pack-units", packUnits, 1);
        atLeast("supplier.min-order-units", minOrderUnits, 0);
        atLeast("item.shelf-life-days", shelfLifeDays, 0);
        atLeast("item.unit-volume-litres", unitVolumeLitres, 0.0);
        atLeast("stock.cover-days", stockCoverDays, 0.0);
        if (unitCostShare.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The assumption item.unit-cost-share (%s) must be above 0.\nMaybe 0.55."
                            .formatted(unitCostShare));
        }
    }

    private static void atLeast(String key, double value, double least) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(
                    "The assumption %s (%s) must be %s or more."
                            .formatted(key, plain(value), plain(least)));
        }
    }

    private static void atLeast(String key, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The assumption %s (%d) must be %d or more.".formatted(key, value, least));
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The bundled defaults. */
    public static Assumptions defaults() {
        return of(bundled());
    }

    /**
     * The defaults, with the values that the file names in place of theirs.
     *
     * @throws IllegalArgumentException when the file is missing, or a key or value is not possible
     */
    public static Assumptions read(Path file) {
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            given.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The assumptions file (%s) cannot be read: %s.\nMaybe check its path."
                            .formatted(file, e.getMessage()),
                    e);
        }
        Properties all = bundled();
        for (String key : given.stringPropertyNames()) {
            if (!all.containsKey(key)) {
                throw new IllegalArgumentException(
                        "The assumption (%s) in (%s) is not known.\nMaybe one of: %s."
                                .formatted(
                                        key,
                                        file,
                                        String.join(
                                                ", ", new TreeSet<>(all.stringPropertyNames()))));
            }
            all.setProperty(key, given.getProperty(key).strip());
        }
        return of(all);
    }

    /** Tells the planner, where the run's own options do not say otherwise. */
    void into(Configuration configuration) {
        unlessSet(configuration, ReplenishmentOptions.ASSUMED_COVER_DAYS, stockCoverDays);
        unlessSet(configuration, ReplenishmentOptions.DEFAULT_LEAD_TIME, leadTimeDays);
        unlessSet(configuration, ReplenishmentOptions.DEFAULT_ORDER_EVERY, orderEveryDays);
        unlessSet(configuration, ReplenishmentOptions.DEFAULT_PACK, packUnits);
        unlessSet(configuration, ReplenishmentOptions.DEFAULT_MIN_ORDER, minOrderUnits);
        unlessSet(configuration, ReplenishmentOptions.DEFAULT_CAPACITY, capacityPerDay);
    }

    private static <T> void unlessSet(
            Configuration configuration, ConfigOption<T> option, T value) {
        if (!configuration.contains(option)) {
            configuration.set(option, value);
        }
    }

    private static Properties bundled() {
        Properties properties = new Properties();
        try (InputStream in = Assumptions.class.getResourceAsStream(DEFAULTS)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Assumptions of(Properties values) {
        return new Assumptions(
                values.getProperty("currency"),
                number(values, "supplier.groups").intValue(),
                number(values, "supplier.capacity-per-day").longValue(),
                number(values, "supplier.lead-time-days").intValue(),
                number(values, "supplier.order-every-days").intValue(),
                number(values, "supplier.pack-units").longValue(),
                number(values, "supplier.min-order-units").longValue(),
                number(values, "item.unit-cost-share"),
                number(values, "item.unit-volume-litres").doubleValue(),
                number(values, "item.shelf-life-days").intValue(),
                number(values, "stock.cover-days").doubleValue());
    }

    private static BigDecimal number(Properties values, String key) {
        try {
            return new BigDecimal(values.getProperty(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The assumption %s (%s) must be a number."
                            .formatted(key, values.getProperty(key)),
                    e);
        }
    }
}
