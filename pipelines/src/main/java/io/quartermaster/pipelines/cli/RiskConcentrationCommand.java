package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.risk.Herfindahl;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how much each category leans on few suppliers. */
@Command(
        name = "concentration",
        description =
                "Tell how much each category leans on few: the Herfindahl index of its suppliers' amounts, 1/n to 1; above 0.25 counts as high.")
final class RiskConcentrationCommand implements Callable<Integer> {

    private static final List<String> HEADER =
            List.of("category", "suppliers", "herfindahl", "high", "largest", "largest_share");

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--category",
            defaultValue = "category",
            paramLabel = "COLUMN",
            description = "Default: ${DEFAULT-VALUE}.")
    private String category;

    @Option(
            names = "--supplier",
            defaultValue = "supplier",
            paramLabel = "COLUMN",
            description = "Default: ${DEFAULT-VALUE}; or the column of brands.")
    private String supplier;

    @Option(
            names = "--amount",
            defaultValue = "units",
            paramLabel = "COLUMN",
            description = "What counts, 0 or more (default: ${DEFAULT-VALUE}).")
    private String amount;

    @Mixin private OutputSettings output;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        sums().forEach((name, ofSuppliers) -> rows.add(row(name, ofSuppliers)));
        new CsvAnswer(HEADER, rows).give(output, spec);
        return 0;
    }

    private Map<String, Map<String, Double>> sums() throws IOException {
        Map<String, Map<String, Double>> sums = new TreeMap<>();
        try (CsvTable table = CsvTable.open(input, category, supplier, amount)) {
            while (table.next()) {
                double number = table.number(amount);
                if (number < 0) {
                    throw table.wrong(
                            "Its %s (%s) is negative.".formatted(amount, table.text(amount)));
                }
                sums.computeIfAbsent(table.name(category), name -> new TreeMap<>())
                        .merge(table.name(supplier), number, Double::sum);
            }
        }
        return sums;
    }

    private static List<String> row(String name, Map<String, Double> ofSuppliers) {
        double index =
                Herfindahl.of(ofSuppliers.values().stream().mapToDouble(sum -> sum).toArray());
        double total = ofSuppliers.values().stream().mapToDouble(sum -> sum).sum();
        Map.Entry<String, Double> largest =
                ofSuppliers.entrySet().stream()
                        .max(Comparator.comparingDouble(Map.Entry::getValue))
                        .orElseThrow();
        return List.of(
                name,
                Integer.toString(ofSuppliers.size()),
                number(index),
                Boolean.toString(index > Herfindahl.HIGH),
                largest.getKey(),
                number(largest.getValue() / total));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}
