package io.quartermaster.benchmarks;

import io.quartermaster.domain.satisfaction.EntityRanking;
import io.quartermaster.domain.satisfaction.GroupScore;
import io.quartermaster.domain.satisfaction.IndicatorWeights;
import io.quartermaster.domain.satisfaction.OrderExperience;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Satisfaction computed without reviews against the reviews, by order and by seller: rank
 * correlation beside that of lateness alone. All indicators weigh the same. Orders of the sample
 * that was not drawn by how they went, with items and a review; an order's seller is that of its
 * first item.
 */
final class OlistSatisfaction implements Figure {

    private static final int LEAST_ORDERS = 10;
    private static final int DRAWS = 1_000;
    private static final long SEED = 42;

    /** One order: what happened, and what its customer said. */
    private record Reviewed(String seller, OrderExperience went, boolean late, double review) {}

    /** Items of an order. */
    private static final class Items {
        private String firstSeller = "";
        private int first = Integer.MAX_VALUE;
        private final Set<String> sellers = new HashSet<>();
    }

    @Override
    public String name() {
        return "olist-satisfaction";
    }

    @Override
    public String asked() {
        return "satisfaction without reviews ranks orders, and sellers of 10 orders, more like their reviews than lateness does: 95 % of bootstrapped gains above 0";
    }

    @Override
    public String command() {
        return "benchmarks/run olist-satisfaction";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        List<Reviewed> orders = orders(workshop.data("olist"));
        Map<String, List<Reviewed>> single = new TreeMap<>();
        for (int i = 0; i < orders.size(); i++) {
            single.put("%06d".formatted(i), List.of(orders.get(i)));
        }
        Map<String, List<Reviewed>> bySeller = new TreeMap<>();
        orders.forEach(
                order ->
                        bySeller.computeIfAbsent(order.seller, seller -> new ArrayList<>())
                                .add(order));
        bySeller.values().removeIf(some -> some.size() < LEAST_ORDERS);
        Outcome byOrder = outcome(single);
        Outcome seller = outcome(bySeller);
        return Reached.of(
                "%,d orders %s; %,d sellers %s"
                        .formatted(single.size(), byOrder.words(), bySeller.size(), seller.words()),
                String.format(
                        Locale.ROOT,
                        "lateness alone %.3f, %.3f",
                        byOrder.lateness,
                        seller.lateness),
                byOrder.gain[0] > 0 && seller.gain[0] > 0);
    }

    private record Outcome(double satisfaction, double lateness, double[] gain) {

        String words() {
            return String.format(
                    Locale.ROOT, "%.3f (gain %.3f to %.3f)", satisfaction, gain[0], gain[1]);
        }
    }

    private static Outcome outcome(Map<String, List<Reviewed>> entities) {
        Map<String, List<GroupScore>> indicators = new TreeMap<>();
        entities.forEach(
                (entity, some) ->
                        indicators.put(
                                entity,
                                List.of(
                                        new GroupScore(
                                                "",
                                                1,
                                                OrderExperience.mean(
                                                        some.stream()
                                                                .map(Reviewed::went)
                                                                .toList())))));
        Map<String, Double> scores = new HashMap<>();
        EntityRanking.of(indicators, IndicatorWeights.equal(OrderExperience.INDICATORS.size()))
                .forEach(ranked -> scores.put(ranked.entity(), ranked.score()));
        double[] satisfaction = entities.keySet().stream().mapToDouble(scores::get).toArray();
        double[] punctual =
                entities.values().stream()
                        .mapToDouble(some -> mean(some.stream().map(o -> o.late ? 0.0 : 1.0)))
                        .toArray();
        double[] reviews =
                entities.values().stream()
                        .mapToDouble(some -> mean(some.stream().map(Reviewed::review)))
                        .toArray();
        return new Outcome(
                RankCorrelation.of(satisfaction, reviews),
                RankCorrelation.of(punctual, reviews),
                RankGain.of(satisfaction, punctual, reviews, DRAWS, SEED));
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<Reviewed> orders(Path folder) throws IOException {
        Map<String, Items> items = items(folder.resolve("order_items.csv.gz"));
        Map<String, List<Double>> reviews = reviews(folder.resolve("order_reviews.csv.gz"));
        List<Reviewed> orders = new ArrayList<>();
        try (CsvTable rows = CsvTable.open(folder.resolve("orders.csv.gz"), "order_id", "sample")) {
            while (rows.next()) {
                String id = rows.text("order_id");
                boolean fair = Set.of("first5000", "both").contains(rows.text("sample"));
                if (fair && items.containsKey(id) && reviews.containsKey(id)) {
                    orders.add(reviewed(rows, items.get(id), mean(reviews.get(id).stream())));
                }
            }
        }
        return orders;
    }

    private static Reviewed reviewed(CsvTable rows, Items items, double review) {
        Instant promised = time(rows.text("order_estimated_delivery_date"));
        Instant arrived = time(rows.text("order_delivered_customer_date"));
        OrderExperience went =
                OrderExperience.of(
                        time(rows.text("order_purchase_timestamp")),
                        promised,
                        arrived,
                        items.sellers.size(),
                        ZoneOffset.UTC);
        boolean late = arrived == null || arrived.isAfter(promised);
        return new Reviewed(items.firstSeller, went, late, review);
    }

    private static Instant time(String text) {
        return text.isEmpty()
                ? null
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static Map<String, Items> items(Path file) throws IOException {
        Map<String, Items> items = new HashMap<>();
        try (CsvTable rows = CsvTable.open(file, "order_id", "order_item_id", "seller_id")) {
            while (rows.next()) {
                Items some = items.computeIfAbsent(rows.text("order_id"), id -> new Items());
                some.sellers.add(rows.text("seller_id"));
                int place = Integer.parseInt(rows.text("order_item_id"));
                some.firstSeller = place < some.first ? rows.text("seller_id") : some.firstSeller;
                some.first = Math.min(some.first, place);
            }
        }
        return items;
    }

    private static Map<String, List<Double>> reviews(Path file) throws IOException {
        Map<String, List<Double>> reviews = new HashMap<>();
        try (CsvTable rows = CsvTable.open(file, "order_id", "review_score")) {
            while (rows.next()) {
                reviews.computeIfAbsent(rows.text("order_id"), id -> new ArrayList<>())
                        .add(rows.number("review_score"));
            }
        }
        return reviews;
    }
}
