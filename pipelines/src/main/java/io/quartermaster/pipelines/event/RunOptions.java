package io.quartermaster.pipelines.event;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options that every job of a run shares. Days are ISO dates. */
public final class RunOptions {

    public static final ConfigOption<String> ZONE =
            ConfigOptions.key("run.zone")
                    .stringType()
                    .defaultValue("UTC")
                    .withDescription("Time zone in which days are cut.");

    public static final ConfigOption<Long> SEED =
            ConfigOptions.key("run.seed")
                    .longType()
                    .defaultValue(1L)
                    .withDescription("Seed of everything that draws.");

    public static final ConfigOption<String> LAST_DAY =
            ConfigOptions.key("run.last-day")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Last day of a bounded run: no window, plan or score is made past it. Unset in continuous running.");

    public static final ConfigOption<String> TAIL_START =
            ConfigOptions.key("run.tail-start")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "First day of the held-out tail. Models are trained on what lies before; forecasts, plans and recommendations are made from here on. Unset: from the first day on.");

    public static final ConfigOption<Integer> PLAN_EVERY_DAYS =
            ConfigOptions.key("run.plan-every-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription(
                            "Days between plan days, counted from the tail's start (or the epoch). The day before a plan day is the last that its forecasts know.");

    public static final ConfigOption<Integer> HORIZON_DAYS =
            ConfigOptions.key("run.horizon-days")
                    .intType()
                    .defaultValue(14)
                    .withDescription("Days that forecasts and plans look ahead.");

    private RunOptions() {}

    public static List<ConfigOption<?>> all() {
        return List.of(ZONE, SEED, LAST_DAY, TAIL_START, PLAN_EVERY_DAYS, HORIZON_DAYS);
    }
}
