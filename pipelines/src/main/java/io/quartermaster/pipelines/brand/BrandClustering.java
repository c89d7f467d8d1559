package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.brand.ClusterNames;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.satisfaction.DayClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Clusters brands by their seven ratings as of chosen days. A brand's ratings are those of its last
 * score on or before the day. Clusters keep their names from day to day and, given the names of an
 * earlier run, from run to run (see {@link ClusterNames}); a cluster closed on a day holds from the
 * next.
 */
public final class BrandClustering {

    private BrandClustering() {}

    /**
     * Reads the scores of the exchange, clusters, and writes the clusters to it.
     *
     * @param previous cluster of each brand in the earlier run, empty if there is none
     */
    public static List<BrandCluster> carryOut(
            Exchange exchange, Configuration options, Map<String, String> previous)
            throws Exception {
        List<BrandScore> scores = all(exchange, Channels.BRAND_SCORES);
        SortedSet<LocalDate> days = days(all(exchange, Channels.OFFERS), options);
        List<BrandCluster> clusters = cluster(scores, days, previous, options);
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, options);
        if (!clusters.isEmpty()) {
            var rows =
                    environment
                            .fromData(clusters, PlainTypes.of(BrandCluster.class))
                            .name("brand-clusters")
                            .uid("brand-clusters");
            exchange.write(rows, Channels.BRAND_CLUSTERS);
            environment.execute("brand-clusters");
        }
        return clusters;
    }

    /**
     * The days to cluster at: the day before the tail, the day of the newest offer before it, each
     * day of an offer in it, and the last day.
     */
    static SortedSet<LocalDate> days(List<BrandOffer> offers, ReadableConfig options) {
        DayClock clock = DayClock.of(options);
        LocalDate tail = DayClock.day(options, RunOptions.TAIL_START);
        SortedSet<LocalDate> days = new TreeSet<>();
        for (BrandOffer offer : offers) {
            days.add(clock.dayOf(offer.time().toEpochMilli()));
        }
        if (tail != null) {
            SortedSet<LocalDate> before = days.headSet(tail);
            LocalDate newest = before.isEmpty() ? null : before.last();
            days = new TreeSet<>(days.tailSet(tail));
            days.add(newest == null ? tail.minusDays(1) : newest);
            days.add(tail.minusDays(1));
        }
        if (clock.lastDay() != null) {
            days.add(clock.lastDay());
            days.removeIf(clock::isOver);
        }
        return days;
    }

    /** Clusters as of each of the days, in the order of day and brand. */
    public static List<BrandCluster> cluster(
            List<BrandScore> scores,
            Collection<LocalDate> days,
            Map<String, String> previous,
            ReadableConfig options)
            throws Exception {
        List<RatingTable> tables =
                new TreeSet<>(days).stream().map(day -> RatingTable.asOf(day, scores)).toList();
        List<Map<String, Integer>> labels =
                LinkageJob.labels(tables, options.get(BrandOptions.CLUSTERS));
        List<BrandCluster> clusters = new ArrayList<>();
        Map<String, String> names = new HashMap<>(previous);
        for (int i = 0; i < tables.size(); i++) {
            Map<String, String> named = ClusterNames.keep(labels.get(i), names);
            LocalDate day = tables.get(i).day();
            named.forEach((brand, name) -> clusters.add(new BrandCluster(brand, name, day)));
            names.putAll(named);
        }
        return clusters;
    }

    /** The scores with the cluster that each brand was in as of that day. */
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

    /** An environment of its own: collecting adds an operator without a uid. */
    private static <T> List<T> all(Exchange exchange, Channel<T> channel) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1);
        List<T> elements = new ArrayList<>();
        CloseableIterator<T> iterator = exchange.read(environment, channel).executeAndCollect();
        iterator.forEachRemaining(elements::add);
        iterator.close();
        return elements;
    }
}
