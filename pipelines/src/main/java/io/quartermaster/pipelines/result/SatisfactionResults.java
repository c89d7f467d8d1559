package io.quartermaster.pipelines.result;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.GroupScore;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.pipelines.satisfaction.IndicatorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The indicators of one kind of entity as of a day, from the table satisfaction of a run. */
public final class SatisfactionResults {

    private record Row(double[] indicators, double[] evidence) {}

    private SatisfactionResults() {}

    /**
     * Reads them; of each entity its last row up to the day.
     *
     * @param day null for the last
     * @param shrink draw values towards the mean of all by their evidence
     * @throws IllegalArgumentException when the run kept no such entity
     */
    public static IndicatorTable of(Path results, String kind, LocalDate day, boolean shrink)
            throws IOException {
        List<String> labels =
                Arrays.stream(SatisfactionIndicator.values())
                        .map(SatisfactionIndicator::label)
                        .toList();
        Map<String, Row> last = new TreeMap<>();
        TreeSet<String> kinds = new TreeSet<>();
        new ResultFiles(results)
                .each(
                        "satisfaction",
                        row -> {
                            kinds.add(row.text("entity_kind"));
                            boolean counts =
                                    row.text("entity_kind").equals(kind)
                                            && (day == null || !row.day("event_day").isAfter(day));
                            if (counts) {
                                last.put(row.text("entity"), read(row, labels));
                            }
                        });
        if (last.isEmpty()) {
            throw new IllegalArgumentException(
                    "The results (%s) hold no satisfaction by (%s)%s.\nMaybe one of %s%s."
                            .formatted(
                                    results,
                                    kind,
                                    day == null ? "" : " up to " + day,
                                    kinds,
                                    day == null ? "" : ", or a later day"));
        }
        Map<String, List<GroupScore>> entities = new LinkedHashMap<>();
        BetaPrior[] priors = priors(last, labels.size(), shrink);
        last.forEach((name, row) -> entities.put(name, List.of(scores(row, priors))));
        return new IndicatorTable(labels, entities);
    }

    private static Row read(ResultRow row, List<String> labels) {
        return new Row(
                labels.stream().mapToDouble(label -> row.number("rating_" + label)).toArray(),
                labels.stream().mapToDouble(label -> row.number("evidence_" + label)).toArray());
    }

    private static BetaPrior[] priors(Map<String, Row> rows, int indicators, boolean shrink) {
        BetaPrior[] priors = new BetaPrior[indicators];
        for (int i = 0; i < indicators; i++) {
            int index = i;
            double[][] counts =
                    rows.values().stream()
                            .filter(row -> !Double.isNaN(row.indicators[index]))
                            .map(
                                    row ->
                                            new double[] {
                                                row.indicators[index] * row.evidence[index],
                                                row.evidence[index]
                                            })
                            .toArray(double[][]::new);
            priors[i] =
                    shrink ? BetaPrior.of(column(counts, 0), column(counts, 1)) : BetaPrior.NONE;
        }
        return priors;
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static GroupScore scores(Row row, BetaPrior[] priors) {
        double[] values = row.indicators.clone();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                values[i] = priors[i].rate(values[i] * row.evidence[i], row.evidence[i]);
            }
        }
        return new GroupScore("", 1, values);
    }
}
