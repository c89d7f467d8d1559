package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import io.quartermaster.pipelines.event.RunOptions;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandClusteringTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Configuration OPTIONS = new Configuration();

    @TempDir private Path folder;

    @Test
    void brandsThatAreAlikeShareACluster() throws Exception {
        Map<String, String> clusters = cluster(DAY, Map.of(), marketplace());

        assertThat(clusters.get("Good 1"))
                .isEqualTo(clusters.get("Good 2"))
                .isNotEqualTo(clusters.get("Poor 1"));
        assertThat(clusters.get("Poor 1"))
                .isEqualTo(clusters.get("Poor 2"))
                .isNotEqualTo(clusters.get("Mixed 1"));
        assertThat(clusters.values()).containsOnly("cluster-1", "cluster-2", "cluster-3");
    }

    @Test
    void addingABrandKeepsTheNamesOfTheOthers() throws Exception {
        Map<String, String> before = cluster(DAY, Map.of(), marketplace());
        List<BrandScore> more = marketplace();
        // First in the alphabet, so the labels of the algorithm change.
        more.add(score("A new one", DAY, 0.88, 0.9));

        Map<String, String> after = cluster(DAY, before, more);

        assertThat(after).containsAllEntriesOf(before);
        assertThat(after).containsEntry("A new one", before.get("Good 1"));
    }

    @Test
    void takesTheRatingsAsOfEachDay() throws Exception {
        List<BrandScore> scores = marketplace();
        scores.add(score("Poor 1", DAY.plusDays(7), 0.9, 0.91));

        List<BrandCluster> clusters =
                BrandClustering.cluster(scores, List.of(DAY, DAY.plusDays(9)), Map.of(), OPTIONS);

        assertThat(clusters)
                .filteredOn(cluster -> cluster.eventDay().equals(DAY.plusDays(9)))
                .filteredOn(cluster -> cluster.brand().equals("Poor 1"))
                .extracting(BrandCluster::cluster)
                .isEqualTo(
                        clusters.stream()
                                .filter(cluster -> cluster.brand().equals("Good 1"))
                                .map(BrandCluster::cluster)
                                .limit(1)
                                .toList());
        List<BrandScore> named = BrandClustering.named(scores, clusters);
        assertThat(named).allSatisfy(score -> assertThat(score.cluster()).isNotEmpty());
    }

    @Test
    void aSingleBrandIsAClusterOfItsOwn() throws Exception {
        assertThat(cluster(DAY, Map.of(), List.of(score("Only", DAY, 0.5, 0.5))))
                .containsExactly(Map.entry("Only", "cluster-1"));
    }

    @Test
    void clustersAtTheTailsEveTheNewestOffersAndTheEnd() {
        Configuration options = new Configuration();
        options.set(RunOptions.TAIL_START, "2026-02-01");
        options.set(RunOptions.LAST_DAY, "2026-02-28");

        assertThat(
                        BrandClustering.days(
                                List.of(
                                        offer("2026-01-01"),
                                        offer("2026-01-10"),
                                        offer("2026-02-05"),
                                        offer("2026-03-05")),
                                options))
                .containsExactly(
                        LocalDate.parse("2026-01-10"),
                        LocalDate.parse("2026-01-31"),
                        LocalDate.parse("2026-02-05"),
                        LocalDate.parse("2026-02-28"));
    }

    @Test
    void handsClustersOnThroughTheExchange() throws Exception {
        FileExchange exchange = GeneratedChannels.write(folder, GeneratedChannels.SMALL);
        Configuration options = GeneratedChannels.options(GeneratedChannels.SMALL);
        GeneratedChannels.run(
                new BrandJob(), exchange, exchange, options, 1, Channels.BRAND_SCORES);

        List<BrandCluster> clusters = BrandClustering.carryOut(exchange, options, Map.of());

        exchange.seal(Channels.BRAND_CLUSTERS);
        List<BrandCluster> written = new ArrayList<>();
        exchange.forEach(Channels.BRAND_CLUSTERS, written::add);
        assertThat(written).containsExactlyInAnyOrderElementsOf(clusters).isNotEmpty();
    }

    @Test
    void readsTheClustersOfAnEarlierRun() throws Exception {
        Files.createDirectory(folder.resolve("csv"));
        Files.writeString(
                folder.resolve("csv").resolve("brand_scores.csv"),
                """
                brand,event_day,score,position,cluster,stage
                A,2026-01-01,0.5,1,cluster-1,TRIAL
                A,2026-01-08,0.5,1,cluster-2,TRIAL
                A,2026-01-15,0.5,1,,TRIAL
                "B, Sons",2026-01-08,0.4,2,cluster-1,TRIAL
                """);

        assertThat(PreviousClusters.of(folder))
                .containsExactly(Map.entry("A", "cluster-2"), Map.entry("B, Sons", "cluster-1"));
        assertThatThrownBy(() -> PreviousClusters.of(folder.resolve("csv")))
                .hasMessageEndingWith(
                        "has no csv/brand_scores.csv.\nMaybe name the output folder of a demo or backfill.");
    }

    private static Map<String, String> cluster(
            LocalDate day, Map<String, String> previous, List<BrandScore> scores) throws Exception {
        Map<String, String> names = new TreeMap<>();
        BrandClustering.cluster(scores, List.of(day), previous, OPTIONS)
                .forEach(cluster -> names.put(cluster.brand(), cluster.cluster()));
        return names;
    }

    private static List<BrandScore> marketplace() {
        List<BrandScore> scores = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            scores.add(score("Good " + i, DAY, 0.9, 0.9 - i * 0.01));
            scores.add(score("Mixed " + i, DAY, 0.9, 0.2 + i * 0.01));
            scores.add(score("Poor " + i, DAY, 0.1, 0.1 + i * 0.01));
        }
        return scores;
    }

    private static BrandScore score(String brand, LocalDate day, double some, double others) {
        double[] ratings = {some, some, some, some, others, others, others};
        return new BrandScore(
                brand,
                day,
                0.5,
                1,
                "",
                BrandStage.CONTRACTED,
                new double[7],
                ratings,
                new double[7],
                0,
                "");
    }

    private static BrandOffer offer(String day) {
        return new BrandOffer(
                day,
                Instant.parse(day + "T08:00:00Z"),
                "test",
                "B" + day,
                "toys",
                "S",
                5,
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                0.4,
                100,
                14);
    }
}
