package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeRules;
import io.quartermaster.domain.replenishment.justintime.PullRules;
import io.quartermaster.domain.replenishment.lots.LotRules;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.OptionLimits;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.replenishment.ReplenishmentOptions;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the inventory job, read and checked once.
 *
 * @param methods orders in which lots leave, the one that is told of first
 * @param receipts what brings goods into stock
 * @param lots how far back reports reach
 * @param leadTimes how lead times are learnt
 * @param pull when stock is pulled, and what is too much or too old
 * @param withoutTermsDays agreed lead time where no terms tell it
 * @param days of the run, cut in UTC
 */
public record InventoryOptions(
        List<LotOrder> methods,
        Receipts receipts,
        LotRules lots,
        LeadTimeRules leadTimes,
        PullRules pull,
        int withoutTermsDays,
        DayClock days)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What brings goods into stock. */
    public enum Receipts {
        /** Lots, at their cost. */
        LOTS,
        /** Inbound deliveries, at the catalogue's cost. */
        DELIVERIES
    }

    public static final ConfigOption<List<LotOrder>> METHODS =
            ConfigOptions.key("inventory.methods")
                    .enumType(LotOrder.class)
                    .asList()
                    .defaultValues(LotOrder.FIFO)
                    .withDescription(
                            "Orders in which lots leave stock, each valued by itself: fifo, lifo, fefo.");

    public static final ConfigOption<Receipts> RECEIPTS =
            ConfigOptions.key("inventory.receipts")
                    .enumType(Receipts.class)
                    .defaultValue(Receipts.LOTS)
                    .withDescription(
                            "What brings goods into stock: lots at their cost, or inbound deliveries at the catalogue's.");

    public static final ConfigOption<Integer> CORRECTION_DAYS =
            ConfigOptions.key("inventory.correction-days")
                    .intType()
                    .defaultValue(LotRules.STANDARD.correctionDays())
                    .withDescription(
                            "Days after an order within which a cancellation undoes it, and after a receipt within which a further version of the lot corrects it. Later the books stay as they are.");

    public static final ConfigOption<Integer> RETURN_DAYS =
            ConfigOptions.key("inventory.return-days")
                    .intType()
                    .defaultValue(LotRules.STANDARD.returnDays())
                    .withDescription(
                            "Days after an order within which goods come back at the cost they left with; not below inventory.correction-days.");

    public static final ConfigOption<Duration> LEAD_TIME_HALF_LIFE =
            ConfigOptions.key("inventory.lead-time-half-life")
                    .durationType()
                    .defaultValue(Duration.ofDays(180))
                    .withDescription(
                            "After this time a delivery counts half in the distribution of lead times.");

    public static final ConfigOption<Double> LEAD_TIME_PRIOR =
            ConfigOptions.key("inventory.lead-time-prior-deliveries")
                    .doubleType()
                    .defaultValue(5.0)
                    .withDescription(
                            "Deliveries of an item that those of all its supplier's items are worth, and of these those as agreed.");

    public static final ConfigOption<Double> LEAD_TIME_QUANTILE =
            ConfigOptions.key("inventory.lead-time-quantile")
                    .doubleType()
                    .defaultValue(0.9)
                    .withDescription(
                            "Share of orders that shall arrive before stock runs out, 0.5 to 0.9999.");

    public static final ConfigOption<Double> DEMAND_QUANTILE =
            ConfigOptions.key("inventory.demand-quantile")
                    .doubleType()
                    .defaultValue(0.9)
                    .withDescription(
                            "Quantile of summed demand by which stock runs out, 0.5 to 0.9999.");

    public static final ConfigOption<Integer> REVIEW_DAYS =
            ConfigOptions.key("inventory.review-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription(
                            "Days between looks at lead times; who must order within as many is told to.");

    public static final ConfigOption<Integer> OVERSTOCK_DAYS =
            ConfigOptions.key("inventory.overstock-days")
                    .intType()
                    .defaultValue(90)
                    .withDescription("Days of cover beyond which stock is too much.");

    public static final ConfigOption<Integer> AGED_DAYS =
            ConfigOptions.key("inventory.aged-days")
                    .intType()
                    .defaultValue(90)
                    .withDescription("Days in stock after which a lot is old.");

    public InventoryOptions {
        methods = List.copyOf(methods);
    }

    /** Every option of the job. */
    static List<ConfigOption<?>> all() {
        return List.of(
                METHODS,
                RECEIPTS,
                CORRECTION_DAYS,
                RETURN_DAYS,
                LEAD_TIME_HALF_LIFE,
                LEAD_TIME_PRIOR,
                LEAD_TIME_QUANTILE,
                DEMAND_QUANTILE,
                REVIEW_DAYS,
                OVERSTOCK_DAYS,
                AGED_DAYS);
    }

    /**
     * Reads and checks the options.
     *
     * @throws IllegalArgumentException when a value is not possible
     */
    public static InventoryOptions of(ReadableConfig options) {
        int correctionDays = options.get(CORRECTION_DAYS);
        OptionLimits.atLeast(CORRECTION_DAYS, correctionDays, 0);
        OptionLimits.atLeast(RETURN_DAYS, options.get(RETURN_DAYS), correctionDays);
        return new InventoryOptions(
                methods(options.get(METHODS)),
                options.get(RECEIPTS),
                new LotRules(correctionDays, options.get(RETURN_DAYS)),
                leadTimes(options),
                pull(options),
                options.get(ReplenishmentOptions.DEFAULT_LEAD_TIME),
                new DayClock(ZoneOffset.UTC, DayClock.day(options, RunOptions.LAST_DAY)));
    }

    private static LeadTimeRules leadTimes(ReadableConfig options) {
        Duration halfLife = options.get(LEAD_TIME_HALF_LIFE);
        OptionLimits.positive(LEAD_TIME_HALF_LIFE, halfLife);
        return new LeadTimeRules(
                halfLife.toMillis() / (double) Duration.ofDays(1).toMillis(),
                OptionLimits.positive(LEAD_TIME_PRIOR, options.get(LEAD_TIME_PRIOR)));
    }

    private static PullRules pull(ReadableConfig options) {
        OptionLimits.atLeast(REVIEW_DAYS, options.get(REVIEW_DAYS), 1);
        OptionLimits.atLeast(OVERSTOCK_DAYS, options.get(OVERSTOCK_DAYS), 1);
        OptionLimits.atLeast(AGED_DAYS, options.get(AGED_DAYS), 1);
        return new PullRules(
                OptionLimits.within(DEMAND_QUANTILE, options.get(DEMAND_QUANTILE), 0.5, 0.9999),
                OptionLimits.within(
                        LEAD_TIME_QUANTILE, options.get(LEAD_TIME_QUANTILE), 0.5, 0.9999),
                options.get(REVIEW_DAYS),
                options.get(OVERSTOCK_DAYS),
                options.get(AGED_DAYS));
    }

    /** The day of the next look at what happens on a day. */
    LocalDate reviewOf(LocalDate day) {
        long every = pull.reviewDays();
        return LocalDate.ofEpochDay(
                day.toEpochDay() + every - 1 - Math.floorMod(day.toEpochDay() + every - 1, every));
    }

    private static List<LotOrder> methods(List<LotOrder> given) {
        List<LotOrder> distinct = given.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option (%s) must name an order of lots.\nMaybe fifo."
                            .formatted(METHODS.key()));
        }
        return distinct;
    }
}
