package io.quartermaster.pipelines.embedded;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.configuration.Configuration;

/**
 * What a bounded run shall do.
 *
 * @param verb {@code demo} or {@code backfill}
 * @param options of all jobs
 * @param parallelism subtasks of each operator
 * @param zone in which days are cut
 * @param tailDays days at the end that are held out
 * @param from first day read, null for no limit
 * @param to last day read, null for no limit
 * @param assumptions what stands in where history is silent
 * @param model where the forecasting model comes from
 * @param storyBrand brand whose story the report tells; empty for the one offered last
 * @param previous output of an earlier run whose cluster names are kept, null if there is none
 */
public record RunRequest(
        String verb,
        Configuration options,
        int parallelism,
        ZoneId zone,
        int tailDays,
        LocalDate from,
        LocalDate to,
        Assumptions assumptions,
        ModelSource model,
        String storyBrand,
        Path previous) {

    /**
     * Where the forecasting model comes from.
     *
     * @param train whether the run trains it
     * @param folder of a trained one, null if there is none
     */
    public record ModelSource(boolean train, Path folder) {

        /** {@code train}, {@code none}, or the folder of a trained model. */
        public static ModelSource of(String text) {
            return switch (text) {
                case "train" -> new ModelSource(true, null);
                case "none" -> new ModelSource(false, null);
                default -> new ModelSource(false, Path.of(text));
            };
        }
    }
}
