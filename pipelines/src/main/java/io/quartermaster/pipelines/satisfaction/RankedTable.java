package io.quartermaster.pipelines.satisfaction;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.satisfaction.EntityRanking;
import io.quartermaster.domain.satisfaction.ScoreChange;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entities ranked by satisfaction and, where a table of an earlier time is given, why each score
 * changed.
 *
 * @param indicators names
 * @param ranking best first
 * @param changes by entity, those without a score at both times left out; null where nothing is
 *     compared
 */
public record RankedTable(
        List<String> indicators, List<EntityRanking> ranking, Map<String, ScoreChange> changes) {

    /** Ranks a table; {@code before} is null where nothing is compared. */
    public static RankedTable of(IndicatorTable table, IndicatorTable before, double[] weights) {
        List<EntityRanking> ranking = EntityRanking.of(table.entities(), weights);
        if (before == null) {
            return new RankedTable(table.indicators(), ranking, null);
        }
        table.checkFits(before);
        Map<String, Double> earlier = new HashMap<>();
        EntityRanking.of(before.entities(), weights)
                .forEach(ranked -> earlier.put(ranked.entity(), ranked.score()));
        Map<String, ScoreChange> changes = new HashMap<>();
        for (EntityRanking ranked : ranking) {
            String entity = ranked.entity();
            double then = earlier.getOrDefault(entity, Double.NaN);
            if (!Double.isNaN(ranked.score()) && !Double.isNaN(then)) {
                changes.put(
                        entity,
                        ScoreChange.of(
                                weights,
                                before.entities().get(entity),
                                weights,
                                table.entities().get(entity)));
            }
        }
        return new RankedTable(table.indicators(), ranking, changes);
    }

    /**
     * Writes entity, position, score and one part per indicator; where compared, the score before
     * and the parts of the change, which sum to it, and the largest of them that goes its way.
     */
    public void write(Writer out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(List.of("entity", "position", "score"));
        indicators.forEach(indicator -> header.add("part_" + indicator));
        if (changes != null) {
            header.addAll(List.of("before", "change"));
            indicators.forEach(indicator -> header.add("change_" + indicator));
            header.addAll(List.of("change_mix", "change_weighting", "cause"));
        }
        csv.writeRecord(header);
        for (int i = 0; i < ranking.size(); i++) {
            EntityRanking ranked = ranking.get(i);
            List<String> row = new ArrayList<>();
            row.add(ranked.entity());
            row.add(Integer.toString(i + 1));
            row.add(text(ranked.score()));
            for (double part : ranked.parts()) {
                row.add(text(part));
            }
            if (changes != null) {
                addChange(row, changes.get(ranked.entity()));
            }
            csv.writeRecord(row);
        }
    }

    private void addChange(List<String> row, ScoreChange change) {
        row.add(change == null ? "" : text(change.before()));
        row.add(change == null ? "" : text(change.change()));
        for (int i = 0; i < indicators.size(); i++) {
            row.add(change == null ? "" : text(change.levels()[i]));
        }
        row.add(change == null ? "" : text(change.mixed()));
        row.add(change == null ? "" : text(change.weighting()));
        row.add(change == null ? "" : change.cause(indicators));
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : BigDecimal.valueOf(value).toPlainString();
    }
}
