package io.quartermaster.pipelines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quartermaster.domain.recommendation.evaluation.Interval;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.evaluation.RatingAccuracy;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.recommendation.RecommendationMeasuring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What recommendations reached, as a table or as JSON. */
record RankingText(RecommendationMeasuring measured, long seed) {

    private static final double ROUNDING = 1e6;

    /** One line a method and length of list; then gains of the first method; then ratings. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d users, %,d items; without history %,d users, unknown items %,d%n",
                        measured.users(),
                        measured.items(),
                        measured.newUsers(),
                        measured.unknownItems()));
        text.append(AccuracyText.aligned(accuracyRows()));
        if (measured.methods().size() > 1) {
            text.append('\n').append(AccuracyText.aligned(gainRows()));
        }
        if (!measured.ratings().isEmpty()) {
            text.append('\n').append(AccuracyText.aligned(ratingRows()));
        }
        return text.toString();
    }

    private List<List<String>> accuracyRows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("method", "k"));
        for (Measure measure : Measure.values()) {
            header.add(measure.label());
        }
        header.add("coverage");
        rows.add(header);
        measured.methods().values().stream()
                .flatMap(List::stream)
                .forEach(one -> rows.add(row(one)));
        return rows;
    }

    private List<String> row(MethodAccuracy one) {
        List<String> row = new ArrayList<>(List.of(one.method(), "" + one.k()));
        for (Measure measure : Measure.values()) {
            row.add(shown(Interval.of(one.values(measure), seed)));
        }
        row.add(String.format(Locale.ROOT, "%.4f", one.coverage()));
        return row;
    }

    private List<List<String>> gainRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("gain of", "over", "k", "HR", "Recall", "NDCG", "MAP"));
        gains((first, other) -> rows.add(gainRow(first, other)));
        return rows;
    }

    private List<String> gainRow(MethodAccuracy first, MethodAccuracy other) {
        List<String> row = new ArrayList<>(List.of(first.method(), other.method(), "" + first.k()));
        for (Measure measure : Measure.values()) {
            if (measure != Measure.NOVELTY) {
                row.add(shown(gain(first, other, measure)));
            }
        }
        return row;
    }

    private List<List<String>> ratingRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ratings", "number", "RMSE", "MAE"));
        for (RatingAccuracy one : measured.ratings()) {
            rows.add(
                    List.of(
                            one.method(),
                            "" + one.ratings(),
                            String.format(Locale.ROOT, "%.4f", one.rmse()),
                            String.format(Locale.ROOT, "%.4f", one.mae())));
        }
        return rows;
    }

    private interface Pair {
        void take(MethodAccuracy first, MethodAccuracy other);
    }

    private void gains(Pair pair) {
        List<List<MethodAccuracy>> all = List.copyOf(measured.methods().values());
        for (List<MethodAccuracy> other : all.subList(1, all.size())) {
            for (int cut = 0; cut < other.size(); cut++) {
                pair.take(all.get(0).get(cut), other.get(cut));
            }
        }
    }

    private Interval gain(MethodAccuracy first, MethodAccuracy other, Measure measure) {
        return Interval.ofDifference(first.values(measure), other.values(measure), seed);
    }

    private static String shown(Interval one) {
        return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", one.mean(), one.low(), one.high());
    }

    /** All measures by method and measure@k, each with its interval. */
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("users", measured.users());
        all.put("users_without_history", measured.newUsers());
        all.put("items", measured.items());
        all.put("unknown_items", measured.unknownItems());
        Map<String, Object> methods = new LinkedHashMap<>();
        measured.methods().forEach((name, cuts) -> methods.put(name, values(cuts)));
        all.put("methods", methods);
        Map<String, Map<String, Object>> gains = new LinkedHashMap<>();
        gains(
                (first, other) ->
                        gains.computeIfAbsent(
                                        first.method() + " over " + other.method(),
                                        name -> new LinkedHashMap<>())
                                .putAll(gainValues(first, other)));
        all.put("gains", gains);
        Map<String, Object> ratings = new LinkedHashMap<>();
        for (RatingAccuracy one : measured.ratings()) {
            ratings.put(
                    one.method(),
                    Map.of(
                            "ratings",
                            one.ratings(),
                            "rmse",
                            rounded(one.rmse()),
                            "mae",
                            rounded(one.mae())));
        }
        all.put("ratings", ratings);
        try {
            return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and names are always written.", e);
        }
    }

    private Map<String, Object> values(List<MethodAccuracy> cuts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (MethodAccuracy one : cuts) {
            for (Measure measure : Measure.values()) {
                values.put(key(measure, one.k()), values(Interval.of(one.values(measure), seed)));
            }
            values.put("coverage@" + one.k(), rounded(one.coverage()));
        }
        return values;
    }

    private Map<String, Object> gainValues(MethodAccuracy first, MethodAccuracy other) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            if (measure != Measure.NOVELTY) {
                values.put(key(measure, first.k()), values(gain(first, other, measure)));
            }
        }
        return values;
    }

    private static String key(Measure measure, int k) {
        return measure.label().toLowerCase(Locale.ROOT) + "@" + k;
    }

    private static Map<String, Double> values(Interval one) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("value", rounded(one.mean()));
        values.put("low", rounded(one.low()));
        values.put("high", rounded(one.high()));
        return values;
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * ROUNDING) / ROUNDING : null;
    }
}
