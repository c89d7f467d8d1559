package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.SupplyRiskRules;
import io.quartermaster.pipelines.event.DayClock;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
 * @param lateModel text of the model of late order lines, empty if there is none
 * @param lateColumns what its columns are
 */
public record RiskOptions(
        SupplyRiskRules rules, DayClock days, String lateModel, String lateColumns)
        implements Serializable {

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

    public static final ConfigOption<String> LATE_MODEL =
            ConfigOptions.key("risk.late-model")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Folder of a model that 'train late' wrote. With it the table late_chances tells of each order under way how likely it comes late, and supply breaks are judged by that instead of by past lateness.");

    public static final ConfigOption<String> LATE_COLUMNS =
            ConfigOptions.key("risk.late-columns")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "What the model's columns are, for example Vendor=supplier, Country=place; needed where they are not named supplier, brand, category, item, place or units.");

    public static List<ConfigOption<?>> all() {
        return List.of(HALF_LIFE, ALERT_AT, CONCENTRATED_AT, NOTICE_DAYS, LATE_MODEL, LATE_COLUMNS);
    }

    /** Reads and checks every option. */
    public static RiskOptions of(ReadableConfig options) {
        return new RiskOptions(
                new SupplyRiskRules(
                        options.get(HALF_LIFE).toMillis() / (double) Duration.ofDays(1).toMillis(),
                        options.get(ALERT_AT),
                        options.get(CONCENTRATED_AT),
                        options.get(NOTICE_DAYS)),
                DayClock.of(options),
                lateModel(options),
                options.get(LATE_COLUMNS));
    }

    private static String lateModel(ReadableConfig options) {
        String folder = options.getOptional(LATE_MODEL).orElse("");
        if (folder.isBlank()) {
            return "";
        }
        LateModelFile file = LateModelFile.read(Path.of(folder));
        OrderColumns.of(file, options.get(LATE_COLUMNS));
        try {
            return file.text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasLateModel() {
        return !lateModel.isEmpty();
    }
}
