package io.quartermaster.pipelines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.pipelines.event.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The accuracy of several models as a table or as JSON. */
record AccuracyText(List<AccuracySummary> models) {

    private static final double ROUNDING = 1e6;

    /** One line a model, columns aligned. */
    String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        models.forEach(model -> rows.add(row(model)));
        return aligned(rows);
    }

    /** Rows of as many cells each, the first column to the left, the others to the right. */
    static String aligned(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
                String cell = row.get(column);
                String blanks = " ".repeat(width - cell.length());
                text.append(column == 0 ? cell + blanks : "  " + blanks + cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<String> header() {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "model", "windows", "MASE", "sMAPE", "OWA", "RMSSE", "WAPE", "bias",
                                "pinball", "scaled"));
        for (double level : models.get(0).levels()) {
            header.add("under " + level);
        }
        header.add("band");
        return header;
    }

    private static List<String> row(AccuracySummary model) {
        List<String> row = new ArrayList<>(List.of(model.model(), "" + model.windows()));
        double[] measures = {
            model.mase(),
            model.smape(),
            model.owa(),
            model.rmsse(),
            model.wape(),
            model.bias(),
            model.meanPinball(),
            model.meanScaledPinball()
        };
        for (double measure : measures) {
            row.add(shown(measure));
        }
        for (double share : model.under()) {
            row.add(shown(share));
        }
        row.add(shown(model.band()));
        return row;
    }

    private static String shown(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "-";
    }

    /** All measures; one that is not known is null. */
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        models.forEach(model -> all.put(model.model(), values(model)));
        try {
            return JsonCodec.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("models", all))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and names are always written.", e);
        }
    }

    private static Map<String, Object> values(AccuracySummary model) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("windows", model.windows());
        values.put("windows_without_scale", model.unscaled());
        values.put("mase", rounded(model.mase()));
        values.put("smape", rounded(model.smape()));
        values.put("owa", rounded(model.owa()));
        values.put("rmsse", rounded(model.rmsse()));
        values.put("wape", rounded(model.wape()));
        values.put("bias", rounded(model.bias()));
        values.put("pinball_mean", rounded(model.meanPinball()));
        values.put("scaled_pinball_mean", rounded(model.meanScaledPinball()));
        values.put("pinball", byLevel(model.levels(), model.pinball()));
        values.put("scaled_pinball", byLevel(model.levels(), model.scaledPinball()));
        values.put("under_quantile", byLevel(model.levels(), model.under()));
        values.put("band_coverage", rounded(model.band()));
        return values;
    }

    private static Map<String, Double> byLevel(double[] levels, double[] values) {
        Map<String, Double> byLevel = new LinkedHashMap<>();
        for (int level = 0; level < levels.length; level++) {
            byLevel.put("" + levels[level], rounded(values[level]));
        }
        return byLevel;
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * ROUNDING) / ROUNDING : null;
    }
}
