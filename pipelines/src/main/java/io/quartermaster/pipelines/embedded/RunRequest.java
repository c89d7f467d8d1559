package io.quartermaster.pipelines.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/**
 * What a bounded run shall do.
 *
 * @param verb {@code demo} or {@code backfill}
 * @param history names of the files and folders that are read, empty for a generated marketplace
 * @param options of all jobs
 * @param parallelism subtasks of each operator
 * @param zone in which days are cut
 * @param tailDays days at the end that are held out, null for a share of the days there are
 * @param from first day read, null for no limit
 * @param to last day read, null for no limit
 * @param assumptions what stands in where history is silent
 * @param model where the forecasting model comes from
 * @param storyBrand brand whose story the report tells; empty for the one offered last
 * @param previous output of an earlier run whose cluster names are kept, null if there is none
 */
public record RunRequest(
        String verb,
        List<String> history,
        Configuration options,
        int parallelism,
        ZoneId zone,
        Integer tailDays,
        LocalDate from,
        LocalDate to,
        Assumptions assumptions,
        ModelSource model,
        String storyBrand,
        Path previous) {

    public RunRequest {
        history = List.copyOf(history);
    }

    /** The name under which a file or folder stands in {@code history}. */
    public static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /**
     * Where the forecasting model comes from.
     *
     * @param train whether the run trains it
     * @param folder of a trained one, null if there is none
     */
    public record ModelSource(boolean train, Path folder) {

        public ModelSource {
            if (folder != null && !Files.isDirectory(folder)) {
                throw new IllegalArgumentException(
                        "The model folder (%s) does not exist.\nMaybe --model train."
                                .formatted(folder));
            }
        }

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
