package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.PlanningRules;
import io.quartermaster.domain.replenishment.selection.SelectionEffort;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.OptionLimits;
import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the replenishment job, read and checked once.
 *
 * @param solver {@code auto}, {@code scip} or {@code greedy}
 * @param maxIterations simplex iterations of one plan after which plan selection goes on without
 *     the linear programme, 0 for no limit
 * @param effort when plan selection stops
 * @param concurrentSolves plans that one task solves at the same time
 * @param sandbox where it solves them
 * @param negotiationSheet whether each plan tells what better terms are worth
 * @param orders how orders live on
 * @param replan when plans are made again between plan days
 * @param stock where stock comes from
 * @param lotOrder which lot leaves stock first
 * @param tailStart first plan day, null in continuous running
 * @param planEveryDays days between plan days
 * @param exposurePerScore money that the orders of a brand of score 1 may come to in a plan,
 *     infinite for no limit
 * @param rules what holds for every plan
 */
public record ReplenishmentOptions(
        String solver,
        long maxIterations,
        SelectionEffort effort,
        int concurrentSolves,
        SandboxOptions sandbox,
        boolean negotiationSheet,
        OrderLifeOptions orders,
        ReplanOptions replan,
        StockSource stock,
        LotOrder lotOrder,
        LocalDate tailStart,
        int planEveryDays,
        double exposurePerScore,
        PlanningRules rules)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where a plan's stock comes from. */
    public enum StockSource {
        /** What was counted before the first plan day, then the plan's own arrivals less demand. */
        SIMULATED,
        /** What was counted last. */
        OBSERVED
    }

    public static final ConfigOption<String> SOLVER =
            ConfigOptions.key("engine.solver")
                    .stringType()
                    .defaultValue("auto")
                    .withDescription(
                            "What makes plans: auto, scip, selection or greedy. scip gives plan selection its first prices and auto takes it where it is there; selection does without; greedy only orders up to levels. A forced solver that is missing fails.");

    public static final ConfigOption<Long> MAX_ITERATIONS =
            ConfigOptions.key("replenishment.max-iterations")
                    .longType()
                    .defaultValue(200_000L)
                    .withDescription(
                            "Simplex iterations of one plan after which plan selection goes on without the linear programme; 0 for no limit.");

    public static final ConfigOption<Double> GAP =
            ConfigOptions.key("replenishment.gap")
                    .doubleType()
                    .defaultValue(0.01)
                    .withDescription(
                            "Share of its cost that a plan may lie above its bound; there the search ends.");

    public static final ConfigOption<Integer> ROUNDS =
            ConfigOptions.key("replenishment.rounds")
                    .intType()
                    .defaultValue(60)
                    .withDescription(
                            "Rounds of prices of what items share after which plan selection looks for no better bound, 1 or more.");

    public static final ConfigOption<Integer> REPAIRS =
            ConfigOptions.key("replenishment.repairs")
                    .intType()
                    .defaultValue(40)
                    .withDescription(
                            "How often each item is planned again on average in the search for a cheaper plan, at most.");

    public static final ConfigOption<Integer> CONCURRENT_SOLVES =
            ConfigOptions.key("replenishment.concurrent-solves")
                    .intType()
                    .defaultValue(2)
                    .withDescription("Plans that one task solves at the same time.");

    public static final ConfigOption<Boolean> NEGOTIATION_SHEET =
            ConfigOptions.key("replenishment.negotiation-sheet")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether each plan also tells what better terms of its supplier are worth, in the table negotiation. It plans four times more.");

    public static final ConfigOption<StockSource> STOCK =
            ConfigOptions.key("replenishment.stock")
                    .enumType(StockSource.class)
                    .defaultValue(StockSource.SIMULATED)
                    .withDescription(
                            "simulated: stock as counted before the first plan day, then the plan's own arrivals less demand. observed, and always without run.tail-start: stock as counted last.");

    public static final ConfigOption<LotOrder> LOT_ORDER =
            ConfigOptions.key("replenishment.lot-order")
                    .enumType(LotOrder.class)
                    .defaultValue(LotOrder.FIFO)
                    .withDescription(
                            "Which lot leaves stock first: fifo, lifo or fefo (first to expire).");

    public static final ConfigOption<Double> SERVICE_LEVEL =
            ConfigOptions.key("replenishment.service-level")
                    .doubleType()
                    .defaultValue(0.95)
                    .withDescription(
                            "Quantile of demand over lead time and review that stock shall cover, 0.5 to 0.9999.");

    public static final ConfigOption<Double> HOLDING_RATE =
            ConfigOptions.key("replenishment.holding-rate-per-year")
                    .doubleType()
                    .defaultValue(0.25)
                    .withDescription(
                            "Cost of holding a unit for a year as a share of its unit cost.");

    public static final ConfigOption<Double> ORDER_COST =
            ConfigOptions.key("replenishment.order-cost")
                    .doubleType()
                    .defaultValue(0.0)
                    .withDescription("Cost of an order line, in currency units.");

    public static final ConfigOption<Double> LOST_SALE_SHARE =
            ConfigOptions.key("replenishment.lost-sale-share")
                    .doubleType()
                    .defaultValue(1.0)
                    .withDescription("What a lost sale costs as a share of the list price.");

    public static final ConfigOption<Double> PLACE_VOLUME =
            ConfigOptions.key("replenishment.place-volume-litres")
                    .doubleType()
                    .noDefaultValue()
                    .withDescription(
                            "Volume that a place keeps for the goods of one supplier. Unset: no limit.");

    public static final ConfigOption<Double> EXPOSURE_PER_SCORE =
            ConfigOptions.key("replenishment.exposure-per-score")
                    .doubleType()
                    .noDefaultValue()
                    .withDescription(
                            "Money that all orders of a plan for a brand of score 1 may come to, per supplier; a brand of score s may come to s times as much, one without a score to any. Unset: no limit.");

    public static final ConfigOption<Double> ASSUMED_COVER_DAYS =
            ConfigOptions.key("replenishment.assumed-cover-days")
                    .doubleType()
                    .defaultValue(10.0)
                    .withDescription(
                            "Stock of an assumed item of which none is known, in days of mean demand.");

    public static final ConfigOption<Integer> DEFAULT_LEAD_TIME =
            ConfigOptions.key("replenishment.default-lead-time-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription("Days from order to arrival of a brand without terms.");

    public static final ConfigOption<Integer> DEFAULT_ORDER_EVERY =
            ConfigOptions.key("replenishment.default-order-every-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription("Days between order days of a brand without terms.");

    public static final ConfigOption<Long> DEFAULT_PACK =
            ConfigOptions.key("replenishment.default-pack-units")
                    .longType()
                    .defaultValue(1L)
                    .withDescription("Units of a pack of a brand without terms.");

    public static final ConfigOption<Long> DEFAULT_MIN_ORDER =
            ConfigOptions.key("replenishment.default-min-order-units")
                    .longType()
                    .defaultValue(0L)
                    .withDescription("Smallest order of an item of a brand without terms.");

    public static final ConfigOption<Long> DEFAULT_CAPACITY =
            ConfigOptions.key("replenishment.default-capacity-per-day")
                    .longType()
                    .defaultValue(20_000L)
                    .withDescription("Units of a day's orders of a brand without terms.");

    public ReplenishmentOptions {
        OptionLimits.atLeast(MAX_ITERATIONS, maxIterations, 0);
        OptionLimits.atLeast(CONCURRENT_SOLVES, concurrentSolves, 1);
        OptionLimits.atLeast(RunOptions.PLAN_EVERY_DAYS, planEveryDays, 1);
        OptionLimits.atLeast(RunOptions.HORIZON_DAYS, rules.horizonDays(), 1);
        OptionLimits.atLeast(HOLDING_RATE, rules.holdingRatePerYear(), 0);
        OptionLimits.atLeast(ORDER_COST, rules.orderCost(), 0);
        OptionLimits.atLeast(LOST_SALE_SHARE, rules.lostSaleShare(), 0);
        OptionLimits.atLeast(EXPOSURE_PER_SCORE, exposurePerScore, 0);
        OptionLimits.atLeast(PLACE_VOLUME, rules.placeVolume(), 0);
        OptionLimits.atLeast(ASSUMED_COVER_DAYS, rules.assumedCoverDays(), 0);
        OptionLimits.atLeast(DEFAULT_LEAD_TIME, rules.withoutTerms().leadTimeDays(), 0);
        OptionLimits.atLeast(DEFAULT_ORDER_EVERY, rules.withoutTerms().orderEveryDays(), 1);
        OptionLimits.atLeast(DEFAULT_PACK, rules.withoutTerms().packUnits(), 1);
        OptionLimits.atLeast(DEFAULT_MIN_ORDER, rules.withoutTerms().minOrderUnits(), 0);
        OptionLimits.atLeast(DEFAULT_CAPACITY, rules.withoutTerms().capacityPerDay(), 0);
        OptionLimits.within(SERVICE_LEVEL, rules.serviceLevel(), 0.5, 0.9999);
    }

    static ReplenishmentOptions of(ReadableConfig options) {
        LocalDate tailStart = DayClock.day(options, RunOptions.TAIL_START);
        return new ReplenishmentOptions(
                options.get(SOLVER),
                options.get(MAX_ITERATIONS),
                effort(options),
                options.get(CONCURRENT_SOLVES),
                SandboxOptions.of(options),
                options.get(NEGOTIATION_SHEET),
                OrderLifeOptions.of(options),
                ReplanOptions.of(options),
                options.get(STOCK),
                options.get(LOT_ORDER),
                tailStart,
                options.get(RunOptions.PLAN_EVERY_DAYS),
                options.getOptional(EXPOSURE_PER_SCORE).orElse(Double.POSITIVE_INFINITY),
                rules(options, tailStart == null ? LocalDate.EPOCH : tailStart));
    }

    /** One thread each: plans of other suppliers are made at the same time. */
    private static SelectionEffort effort(ReadableConfig options) {
        double gap = options.get(GAP);
        int rounds = options.get(ROUNDS);
        int repairs = options.get(REPAIRS);
        OptionLimits.within(GAP, gap, 0, 1);
        OptionLimits.atLeast(ROUNDS, rounds, 1);
        OptionLimits.atLeast(REPAIRS, repairs, 0);
        return new SelectionEffort(gap, rounds, repairs, Double.POSITIVE_INFINITY, 1);
    }

    private static PlanningRules rules(ReadableConfig options, LocalDate firstOrderDay) {
        return new PlanningRules(
                options.get(RunOptions.HORIZON_DAYS),
                firstOrderDay,
                options.get(SERVICE_LEVEL),
                options.get(HOLDING_RATE),
                options.get(ORDER_COST),
                options.get(LOST_SALE_SHARE),
                options.getOptional(PLACE_VOLUME).orElse(Double.POSITIVE_INFINITY),
                options.get(ASSUMED_COVER_DAYS),
                new PlanningRules.DefaultTerms(
                        options.get(DEFAULT_LEAD_TIME),
                        options.get(DEFAULT_ORDER_EVERY),
                        options.get(DEFAULT_PACK),
                        options.get(DEFAULT_MIN_ORDER),
                        options.get(DEFAULT_CAPACITY)));
    }

    /** Every option of the job. */
    static List<ConfigOption<?>> all() {
        List<ConfigOption<?>> all = new ArrayList<>(ReplanOptions.all());
        all.addAll(own());
        return all;
    }

    private static List<ConfigOption<?>> own() {
        return List.of(
                SOLVER,
                MAX_ITERATIONS,
                GAP,
                ROUNDS,
                REPAIRS,
                CONCURRENT_SOLVES,
                SandboxOptions.ISOLATION,
                SandboxOptions.MEMORY,
                SandboxOptions.DEADLINE,
                NEGOTIATION_SHEET,
                OrderLifeOptions.SOURCE,
                OrderLifeOptions.APPROVE_UP_TO,
                STOCK,
                LOT_ORDER,
                SERVICE_LEVEL,
                HOLDING_RATE,
                ORDER_COST,
                LOST_SALE_SHARE,
                PLACE_VOLUME,
                EXPOSURE_PER_SCORE,
                ASSUMED_COVER_DAYS,
                DEFAULT_LEAD_TIME,
                DEFAULT_ORDER_EVERY,
                DEFAULT_PACK,
                DEFAULT_MIN_ORDER,
                DEFAULT_CAPACITY);
    }

    /** Whether stock of this day is the plan's own doing rather than counted. */
    boolean simulates(LocalDate day) {
        return isSimulated() && !day.isBefore(tailStart);
    }

    private boolean isSimulated() {
        return stock == StockSource.SIMULATED && tailStart != null;
    }

    /** Whether the scores of brands limit what is ordered of them. */
    boolean limitsExposure() {
        return !Double.isInfinite(exposurePerScore);
    }

    /** Money that the orders of a brand of a score may come to. */
    double exposure(double score) {
        return score * exposurePerScore;
    }

    /** Whether events have plans made again; what a plan simulates is no news to it. */
    boolean replans() {
        return replan.onEvents() && !isSimulated();
    }
}
