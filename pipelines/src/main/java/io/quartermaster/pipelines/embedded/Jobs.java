package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.brand.BrandJob;
import io.quartermaster.pipelines.brand.ClusterJob;
import io.quartermaster.pipelines.demand.DemandJob;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.forecast.DemandForecastJob;
import io.quartermaster.pipelines.forecast.ForecastJob;
import io.quartermaster.pipelines.governance.CleaningJob;
import io.quartermaster.pipelines.recommendation.RecommendationJob;
import io.quartermaster.pipelines.replenishment.ReplenishmentJob;
import io.quartermaster.pipelines.replenishment.inventory.InventoryJob;
import io.quartermaster.pipelines.risk.RiskJob;
import io.quartermaster.pipelines.satisfaction.SatisfactionJob;
import io.quartermaster.pipelines.text.AnswerJob;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Every job, in the order in which a run carries them out; last the one that composes two of them
 * for continuous running.
 */
public final class Jobs {

    private static final List<Job> ALL =
            List.of(
                    new CleaningJob(),
                    new DemandJob(),
                    new AnswerJob(),
                    new SatisfactionJob(),
                    new BrandJob(),
                    new ClusterJob(),
                    new ForecastJob(),
                    new ReplenishmentJob(),
                    new InventoryJob(),
                    new RiskJob(),
                    new RecommendationJob(),
                    new DemandForecastJob());

    private Jobs() {}

    public static List<Job> all() {
        return ALL;
    }

    /**
     * Refuses values that are not possible for one of the jobs, before any has run.
     *
     * @throws IllegalArgumentException naming the option, the value and the remedy
     */
    static void check(ReadableConfig options) {
        ALL.forEach(job -> job.check(options));
    }

    /**
     * The job of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Job named(String name) {
        return ALL.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The job (%s) is not known.\nMaybe one of: %s."
                                                .formatted(name, names())));
    }

    /** Names of all jobs, for messages. */
    public static String names() {
        return ALL.stream().map(Job::name).collect(Collectors.joining(", "));
    }
}
