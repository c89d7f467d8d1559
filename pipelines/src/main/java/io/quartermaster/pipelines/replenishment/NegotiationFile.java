package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.replenishment.NegotiationSheet;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.SupplierPlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Writes what better terms are worth as {@code negotiation.csv}, four lines a supplier. */
public final class NegotiationFile {

    private static final int DECIMALS = 6;

    private NegotiationFile() {}

    /**
     * Makes each supplier's sheet, which plans four times more, and writes them.
     *
     * @param plans one per group, by the same planner
     */
    public static void write(
            Path folder,
            List<PlanFolder.Group> groups,
            List<SupplierPlan> plans,
            ReplenishmentPlanner planner)
            throws IOException {
        try (CsvWriter writer =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(folder.resolve("negotiation.csv"), StandardCharsets.UTF_8)) {
            writer.writeRecord(
                    "supplier",
                    "lever",
                    "change",
                    "saved",
                    "saved_per_year",
                    "basis",
                    "cost_before",
                    "by_duals");
            for (int group = 0; group < groups.size(); group++) {
                List<String> suppliers = groups.get(group).suppliers();
                for (String supplier : new TreeSet<>(suppliers)) {
                    NegotiationSheet sheet =
                            NegotiationSheet.of(
                                    groups.get(group).problem(),
                                    plans.get(group),
                                    item -> suppliers.get(item).equals(supplier),
                                    planner);
                    sheet.lines().forEach(line -> write(writer, supplier, line));
                }
            }
        }
    }

    private static void write(CsvWriter writer, String supplier, NegotiationSheet.Line line) {
        writer.writeRecord(
                supplier,
                line.lever().label(),
                line.lever().change(),
                plain(line.value()),
                plain(line.valuePerYear()),
                line.method().label(),
                plain(line.before()),
                Double.isNaN(line.byDuals()) ? "" : plain(line.byDuals()));
    }

    private static String plain(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
