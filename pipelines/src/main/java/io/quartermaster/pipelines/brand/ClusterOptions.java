package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.satisfaction.SatisfactionOptions;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the clusters job.
 *
 * @param calendar when brands are judged
 * @param from first day whose review is clustered whether a brand offered or not, null for every
 *     one
 * @param count number of clusters; 0 for the natural one
 * @param previous cluster of each brand in an earlier run
 * @param satisfaction how evidence becomes satisfaction
 */
public record ClusterOptions(
        ReviewCalendar calendar,
        LocalDate from,
        int count,
        Map<String, String> previous,
        SatisfactionRules satisfaction)
        implements Serializable {

    public static final ConfigOption<Integer> CLUSTERS =
            ConfigOptions.key("brand.clusters")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "Number of brand clusters; 0 for the number whose clusters are told apart best (mean silhouette).");

    public static final ConfigOption<String> PREVIOUS_RUN =
            ConfigOptions.key("brand.previous-run")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Output folder of an earlier run, whose clusters keep their names; empty for none.");

    public ClusterOptions {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "The option (%s), %d, must not be negative.\nMaybe 0."
                            .formatted(CLUSTERS.key(), count));
        }
        previous = new TreeMap<>(previous);
    }

    static List<ConfigOption<?>> all() {
        return List.of(CLUSTERS, PREVIOUS_RUN);
    }

    /** Reads and checks every option. */
    static ClusterOptions of(ReadableConfig options) {
        LocalDate tail = DayClock.day(options, RunOptions.TAIL_START);
        String previous = options.get(PREVIOUS_RUN);
        return new ClusterOptions(
                BrandOptions.calendar(options),
                tail == null ? null : tail.minusDays(1),
                options.get(CLUSTERS),
                previous.isEmpty() ? Map.of() : PreviousClusters.of(Path.of(previous)),
                SatisfactionOptions.of(options).rules());
    }

    /** Whether brands are clustered on a day with scores. */
    boolean isDue(LocalDate day, boolean offered) {
        return offered || (calendar.isReview(day) && (from == null || !day.isBefore(from)));
    }
}
