package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.recommendation.evaluation.Interval;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy;
import io.quartermaster.domain.recommendation.evaluation.MethodAccuracy.Measure;
import io.quartermaster.domain.recommendation.model.ModelKind;
import io.quartermaster.pipelines.recommendation.RecommendationSplit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * What customers of Online Retail bought in the last fifth of its lines, from what all bought
 * before: purchases of products (codes of five digits, a letter may follow) by known customers.
 */
final class RetailRecommend implements Figure {

    private static final String FILE = "retail/online_retail.csv.gz";
    private static final double SHARE = 0.2;
    private static final double GAIN = 0.05;
    private static final List<ModelKind> KINDS =
            List.of(
                    ModelKind.AUTO,
                    ModelKind.POPULAR,
                    ModelKind.ITEM_CF,
                    ModelKind.EASE,
                    ModelKind.IALS);

    @Override
    public String name() {
        return "retail-recommend";
    }

    @Override
    public String asked() {
        return "auto's NDCG@10 / Recall@20 at a temporal split at least those of popularity, item-kNN cosine, EASE and iALS, and 5 % above item-kNN's (low end of the paired 95 % interval)";
    }

    @Override
    public String command() {
        return "benchmarks/run retail-recommend";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        RecommendationSplit split =
                RecommendationSplit.of(purchases(workshop), "temporal", SHARE, Set.of());
        Map<String, List<MethodAccuracy>> methods =
                RecommendFigures.measure(split, KINDS, new int[] {10, 20}, Optional.empty())
                        .methods();
        Map<String, List<MethodAccuracy>> others = new LinkedHashMap<>(methods);
        List<MethodAccuracy> auto = others.remove(ModelKind.AUTO.label());
        List<MethodAccuracy> items = others.get(ModelKind.ITEM_CF.label());
        Interval ndcg = RecommendFigures.gain(auto.get(0), items.get(0), Measure.NDCG);
        Interval recall = RecommendFigures.gain(auto.get(1), items.get(1), Measure.RECALL);
        boolean met =
                others.values().stream().allMatch(other -> isAtLeast(auto, other))
                        && ndcg.low() >= GAIN * ndcg(items)
                        && recall.low() >= GAIN * recall(items);
        return Reached.of(
                String.format(
                        Locale.ROOT,
                        "%s; over item-kNN by %.4f to %.4f and %.4f to %.4f",
                        shown(auto),
                        ndcg.low(),
                        ndcg.high(),
                        recall.low(),
                        recall.high()),
                others.entrySet().stream()
                        .map(other -> other.getKey() + " " + shown(other.getValue()))
                        .collect(Collectors.joining(", ")),
                met);
    }

    private static Path purchases(Workshop workshop) throws IOException {
        Path file = Files.createTempFile(workshop.scratch(), "purchases", ".csv");
        try (Reader text =
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(workshop.data(FILE))),
                                StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text);
                BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.append("user,item,timestamp\n");
            for (NamedCsvRecord row : rows) {
                if (isPurchase(row)) {
                    writer.append(row.getField("CustomerID")).append(',');
                    writer.append(row.getField("StockCode")).append(',');
                    writer.append(row.getField("InvoiceDate")).append('\n');
                }
            }
        }
        return file;
    }

    private static boolean isPurchase(NamedCsvRecord row) {
        return !row.getField("CustomerID").isBlank()
                && !row.getField("InvoiceNo").startsWith("C")
                && row.getField("StockCode").matches("\\d{5}.*")
                && Double.parseDouble(row.getField("Quantity")) > 0
                && Double.parseDouble(row.getField("UnitPrice")) > 0;
    }

    private static boolean isAtLeast(List<MethodAccuracy> auto, List<MethodAccuracy> other) {
        return ndcg(auto) >= ndcg(other) && recall(auto) >= recall(other);
    }

    private static double ndcg(List<MethodAccuracy> cuts) {
        return RecommendFigures.mean(cuts.get(0), Measure.NDCG);
    }

    private static double recall(List<MethodAccuracy> cuts) {
        return RecommendFigures.mean(cuts.get(1), Measure.RECALL);
    }

    private static String shown(List<MethodAccuracy> cuts) {
        return RecommendFigures.shown(ndcg(cuts), recall(cuts));
    }
}
