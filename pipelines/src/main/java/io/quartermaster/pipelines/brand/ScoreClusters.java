package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandScore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which cluster a brand was in when it was scored. */
public final class ScoreClusters {

    private ScoreClusters() {}

    /** The scores with the cluster that each brand was in as of that day, empty if in none. */
    public static List<BrandScore> named(List<BrandScore> scores, List<BrandCluster> clusters) {
        Map<String, TreeMap<LocalDate, String>> byBrand = new HashMap<>();
        for (BrandCluster cluster : clusters) {
            byBrand.computeIfAbsent(cluster.brand(), none -> new TreeMap<>())
                    .put(cluster.eventDay(), cluster.cluster());
        }
        return scores.stream()
                .map(score -> score.inCluster(asOf(byBrand.get(score.brand()), score.eventDay())))
                .toList();
    }

    private static String asOf(NavigableMap<LocalDate, String> names, LocalDate day) {
        Map.Entry<LocalDate, String> last = names == null ? null : names.floorEntry(day);
        return last == null ? "" : last.getValue();
    }
}
