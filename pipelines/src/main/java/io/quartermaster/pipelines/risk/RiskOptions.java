package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.SupplyRiskRules;
import io.quartermaster.pipelines.event.DayClock;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the risk job.
 *
 * @param rules how signs become a risk
 * @param days of the run
 */
public record RiskOptions(SupplyRiskRules rules, DayClock days) implements Serializable {

    public static final ConfigOption<Duration> HALF_LIFE =
            ConfigOptions.key("risk.half-life")
                    .durationType()
                    .defaultValue(Duration.ofDays(60))
                    .withDescription("After this time a delivery counts half.");

    public static final ConfigOption<Double> ALERT_AT =
            ConfigOptions.key("risk.alert-at")
                    .doubleType()
                    .defaultValue(0.5)
                    .withDescription(
                            "Risk of a break or an exit, 0 to 1, from which on an alert is raised; it is cleared 0.1 below.");

    public static final ConfigOption<Double> CONCENTRATED_AT =
            ConfigOptions.key("risk.concentrated-at")
                    .doubleType()
                    .defaultValue(0.5)
                    .withDescription(
                            "Herfindahl index of a category's suppliers, by units delivered, from which on an alert is raised.");

    public static final ConfigOption<Integer> NOTICE_DAYS =
            ConfigOptions.key("risk.notice-days")
                    .intType()
                    .defaultValue(30)
                    .withDescription(
                            "Days before the end of a brand's last terms from which on it may leave.");

    public static List<ConfigOption<?>> all() {
        return List.of(HALF_LIFE, ALERT_AT, CONCENTRATED_AT, NOTICE_DAYS);
    }

    /** Reads and checks every option. */
    public static RiskOptions of(ReadableConfig options) {
        return new RiskOptions(
                new SupplyRiskRules(
                        options.get(HALF_LIFE).toMillis() / (double) Duration.ofDays(1).toMillis(),
                        options.get(ALERT_AT),
                        options.get(CONCENTRATED_AT),
                        options.get(NOTICE_DAYS)),
                DayClock.of(options));
    }
}
