package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandRules;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the brand job.
 *
 * @param rules how figures become ratings
 * @param calendar when brands are judged
 * @param scoreStep a score that moved by more is told between reviews too
 * @param newForDays an item counts as new this long after its launch
 * @param similarity how it compares items
 */
record BrandOptions(
        BrandRules rules,
        ReviewCalendar calendar,
        double scoreStep,
        int newForDays,
        SimilaritySettings similarity)
        implements Serializable {

    BrandOptions {
        if (!(scoreStep >= 0 && scoreStep <= 1)) {
            throw new IllegalArgumentException(
                    "The option (%s), %s, must be 0 to 1.\nMaybe 0.02."
                            .formatted(SCORE_STEP.key(), scoreStep));
        }
    }

    public static final ConfigOption<Integer> REVIEW_EVERY_DAYS =
            ConfigOptions.key("brand.review-every-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription(
                            "Days between judgements of every brand. The day before each plan day and the last day are reviews too.");

    public static final ConfigOption<Double> SCORE_STEP =
            ConfigOptions.key("brand.score-step")
                    .doubleType()
                    .defaultValue(0.02)
                    .withDescription(
                            "Between reviews a score is told at the end of a day on which it has moved by more than this since it was last told, 0 to 1.");

    public static final ConfigOption<List<Double>> WEIGHTS =
            ConfigOptions.key("brand.weights")
                    .doubleType()
                    .asList()
                    .defaultValues(0.10, 0.12, 0.10, 0.18, 0.22, 0.08, 0.20)
                    .withDescription(
                            "Weights of awareness, market potential, innovation, supply capability, quality, willingness and satisfaction where no expert's consistent judgements hold; they sum to 1.");

    public static final ConfigOption<Double> PRIOR_EVIDENCE =
            ConfigOptions.key("brand.prior-evidence")
                    .doubleType()
                    .defaultValue(20.0)
                    .withDescription(
                            "Live figures that rest on n observations weigh n / (n + this) against judgements.");

    public static final ConfigOption<Duration> HALF_LIFE =
            ConfigOptions.key("brand.half-life")
                    .durationType()
                    .defaultValue(Duration.ofDays(60))
                    .withDescription("After this time what was seen of a brand counts half.");

    public static final ConfigOption<Duration> RECENT_HALF_LIFE =
            ConfigOptions.key("brand.recent-half-life")
                    .durationType()
                    .defaultValue(Duration.ofDays(14))
                    .withDescription(
                            "Half-life of the sales whose rate, with the lasting one, tells a category's trend.");

    public static final ConfigOption<Integer> NEW_FOR_DAYS =
            ConfigOptions.key("brand.new-for-days")
                    .intType()
                    .defaultValue(180)
                    .withDescription("Days after its launch in which an item counts as new.");

    static List<ConfigOption<?>> all() {
        return List.of(
                REVIEW_EVERY_DAYS,
                SCORE_STEP,
                WEIGHTS,
                PRIOR_EVIDENCE,
                HALF_LIFE,
                RECENT_HALF_LIFE,
                NEW_FOR_DAYS);
    }

    /** Reads and checks every option. */
    static BrandOptions of(ReadableConfig options) {
        return new BrandOptions(
                new BrandRules(
                        options.get(PRIOR_EVIDENCE),
                        options.get(HALF_LIFE),
                        options.get(RECENT_HALF_LIFE),
                        options.get(WEIGHTS).stream().mapToDouble(Double::doubleValue).toArray()),
                calendar(options),
                options.get(SCORE_STEP),
                options.get(NEW_FOR_DAYS),
                SimilarityOptions.of(options));
    }

    /** When brands are judged. */
    static ReviewCalendar calendar(ReadableConfig options) {
        LocalDate tail = DayClock.day(options, RunOptions.TAIL_START);
        return new ReviewCalendar(
                DayClock.of(options),
                tail == null ? LocalDate.EPOCH : tail,
                options.get(REVIEW_EVERY_DAYS),
                options.get(RunOptions.PLAN_EVERY_DAYS));
    }
}
