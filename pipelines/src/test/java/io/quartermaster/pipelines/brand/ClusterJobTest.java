package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.satisfaction.SatisfactionJob;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir private Path folder;

    @Test
    void brandsThatAreAlikeShareACluster() throws Exception {
        Map<String, String> clusters = lastOf(run(marketplace(), List.of(), options()));

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
        Map<String, String> before = lastOf(run(marketplace(), List.of(), options()));
        previousRun(before);
        List<BrandScore> more = marketplace();
        // First in the alphabet, so the labels of the algorithm change.
        more.add(score("A new one", DAY, 0.88, 0.9));
        Configuration options = options();
        options.set(ClusterOptions.PREVIOUS_RUN, folder.toString());

        Map<String, String> after = lastOf(run(more, List.of(), options));

        assertThat(after).containsAllEntriesOf(before);
        assertThat(after).containsEntry("A new one", before.get("Good 1"));
    }

    @Test
    void takesTheRatingsAsOfEachDay() throws Exception {
        List<BrandScore> scores = marketplace();
        scores.add(score("Poor 1", DAY.plusDays(7), 0.9, 0.91));

        List<BrandCluster> clusters = run(scores, List.of(), options());

        assertThat(clusters).hasSize(18);
        assertThat(lastOf(clusters).get("Poor 1")).isEqualTo(lastOf(clusters).get("Good 1"));
        assertThat(ScoreClusters.named(scores, clusters))
                .allSatisfy(score -> assertThat(score.cluster()).isNotEmpty());
    }

    @Test
    void aSingleBrandIsAClusterOfItsOwn() throws Exception {
        List<BrandScore> only = List.of(score("Only", DAY, 0.5, 0.5));

        assertThat(run(only, List.of(), options()))
                .containsExactly(new BrandCluster("Only", "cluster-1", DAY));
    }

    @Test
    void theNumberOfClustersCanBeGiven() throws Exception {
        Configuration options = options();
        options.set(ClusterOptions.CLUSTERS, 2);

        assertThat(lastOf(run(marketplace(), List.of(), options)).values())
                .containsOnly("cluster-1", "cluster-2");

        options.set(ClusterOptions.CLUSTERS, -1);
        assertThatThrownBy(() -> new ClusterJob().check(options))
                .hasMessage("The option (brand.clusters), -1, must not be negative.\nMaybe 0.");
    }

    @Test
    void beforeTheTailOnlyDaysOfOffersAreClustered() throws Exception {
        Configuration options = options();
        options.set(RunOptions.TAIL_START, DAY.plusDays(15).toString());
        options.set(RunOptions.LAST_DAY, DAY.plusDays(30).toString());
        List<BrandScore> scores = marketplace();
        for (int days = 1; days <= 21; days++) {
            scores.add(score("Good 1", DAY.plusDays(days), 0.9, 0.9));
        }

        assertThat(run(scores, List.of(offer(DAY.plusDays(3))), options))
                .extracting(BrandCluster::eventDay)
                .filteredOn(day -> day.isBefore(DAY.plusDays(16)))
                .containsOnly(DAY.plusDays(3), DAY.plusDays(14), DAY.plusDays(15));
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        FileExchange exchange = GeneratedChannels.write(folder, GeneratedChannels.SMALL);
        Configuration options = GeneratedChannels.options(GeneratedChannels.SMALL);
        GeneratedChannels.run(
                new BrandJob(), exchange, exchange, options, 1, Channels.BRAND_SCORES);
        GeneratedChannels.run(
                new SatisfactionJob(), exchange, exchange, options, 1, Channels.BRAND_EVIDENCE);
        List<BrandCluster> clusters = carryOut(exchange, exchange, options, 1);
        List<String> priors = priors(exchange);

        Exchange failing = BreakingExchange.failingOnce(exchange, Channels.BRAND_SCORES, 30);

        assertThat(carryOut(failing, exchange, options, 2))
                .containsExactlyInAnyOrderElementsOf(clusters)
                .isNotEmpty();
        assertThat(BreakingExchange.hasFailed()).isTrue();
        assertThat(priors(exchange)).isEqualTo(priors).isNotEmpty();
        assertThat(carryOut(BreakingExchange.withoutWatermarks(exchange), exchange, options, 2))
                .containsExactlyInAnyOrderElementsOf(clusters);
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

    private void previousRun(Map<String, String> clusters) throws Exception {
        Files.createDirectories(folder.resolve("csv"));
        List<String> lines = new ArrayList<>(List.of("brand,event_day,cluster"));
        clusters.forEach((brand, cluster) -> lines.add(brand + ",2026-01-01," + cluster));
        Files.write(folder.resolve("csv").resolve("brand_scores.csv"), lines);
    }

    private List<BrandCluster> run(
            List<BrandScore> scores, List<BrandOffer> offers, Configuration options)
            throws Exception {
        Path channels = Files.createTempDirectory(folder, "channels");
        JsonCodec<BrandScore> codec = JsonCodec.of(BrandScore.class);
        List<String> lines = new ArrayList<>();
        for (BrandScore score : scores) {
            lines.add(new String(codec.write(score), StandardCharsets.UTF_8));
        }
        Files.write(channels.resolve(Channels.BRAND_SCORES.name() + ".jsonl"), lines);
        GeneratedChannels.write(channels.resolve(Channels.OFFERS.name() + ".jsonl"), offers);
        FileExchange exchange = new FileExchange(channels, List.of(), ZoneOffset.UTC);
        return carryOut(exchange, exchange, options, 1);
    }

    /** As text, in which numbers that are none are alike. */
    private static List<String> priors(FileExchange exchange) {
        exchange.seal(Channels.BRAND_PRIORS);
        return exchange.contents(Channels.BRAND_PRIORS).stream().map(BrandPrior::toString).toList();
    }

    private static List<BrandCluster> carryOut(
            Exchange read, FileExchange write, Configuration options, int parallelism)
            throws Exception {
        return GeneratedChannels.run(
                new ClusterJob(), read, write, options, parallelism, Channels.BRAND_CLUSTERS);
    }

    private static Map<String, String> lastOf(List<BrandCluster> clusters) {
        Map<String, String> names = new TreeMap<>();
        LocalDate last =
                clusters.stream()
                        .map(BrandCluster::eventDay)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        clusters.stream()
                .filter(cluster -> cluster.eventDay().equals(last))
                .forEach(cluster -> names.put(cluster.brand(), cluster.cluster()));
        return names;
    }

    /** Every day is a review. */
    private static Configuration options() {
        Configuration options = new Configuration();
        options.set(BrandOptions.REVIEW_EVERY_DAYS, 1);
        return options;
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
        double[] parts = {some, some, some, some, others, others, others};
        return new BrandScore(
                brand,
                day,
                0.5,
                1,
                "",
                BrandStage.CONTRACTED,
                parts,
                new double[7],
                new double[7],
                0,
                "");
    }

    private static BrandOffer offer(LocalDate day) {
        return new BrandOffer(
                day.toString(),
                Instant.parse(day + "T08:00:00Z"),
                "test",
                "Good 1",
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
