package io.quartermaster.pipelines.replenishment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.replenishment.OrderReason;
import io.quartermaster.domain.replenishment.PlanCost;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.StockPath;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.domain.replenishment.Transfer;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes plans as the files of the {@code plan} verb. */
public final class PlanFiles {

    private static final int DECIMALS = 6;

    private final Path folder;
    private final List<PlanFolder.Group> groups;
    private final List<SupplierPlan> plans;

    public PlanFiles(Path folder, List<PlanFolder.Group> groups, List<SupplierPlan> plans) {
        this.folder = folder;
        this.groups = List.copyOf(groups);
        this.plans = List.copyOf(plans);
    }

    /** Writes plan.csv, transfers.csv, stock.csv, prices.csv, branches and summary.json. */
    public void write(PlanVerdict verdict, double seconds) throws IOException {
        writePlan();
        writeTransfers();
        writeStock();
        writePrices();
        new PlanBranchFiles(folder, groups, plans).write();
        writeSummary(verdict, seconds);
    }

    private void writePlan() throws IOException {
        try (CsvWriter writer =
                table(
                        folder,
                        "plan.csv",
                        "item,place,supplier,order_day,arrival_day,quantity,packs,reason")) {
            for (int group = 0; group < plans.size(); group++) {
                long[][] orders = plans.get(group).plan().orders();
                OrderReason reasons = new OrderReason(plans.get(group));
                for (int i = 0; i < orders.length; i++) {
                    PlannedItem item = problem(group).items().get(i);
                    for (int day = 0; day < orders[i].length; day++) {
                        if (orders[i][day] > 0) {
                            writer.writeRecord(
                                    item.item(),
                                    problem(group).place(item).name(),
                                    problem(group).supplier(item, day),
                                    String.valueOf(item.day(day)),
                                    String.valueOf(item.arrival(day)),
                                    String.valueOf(orders[i][day]),
                                    String.valueOf(orders[i][day] / item.rules(day).packUnits()),
                                    reasons.of(i, day));
                        }
                    }
                }
            }
        }
    }

    private void writeTransfers() throws IOException {
        try (CsvWriter writer =
                table(
                        folder,
                        "transfers.csv",
                        "item,from_place,to_place,ship_day,arrival_day,quantity")) {
            for (int group = 0; group < plans.size(); group++) {
                for (Transfer transfer : plans.get(group).plan().transfers()) {
                    PlannedItem from = problem(group).items().get(transfer.from());
                    PlannedItem to = problem(group).items().get(transfer.to());
                    writer.writeRecord(
                            from.item(),
                            problem(group).place(from).name(),
                            problem(group).place(to).name(),
                            String.valueOf(transfer.shipDay()),
                            String.valueOf(transfer.arrivalDay()),
                            String.valueOf(transfer.units()));
                }
            }
        }
    }

    private void writeStock() throws IOException {
        try (CsvWriter writer =
                table(folder, "stock.csv", "item,place,day,on_hand_end,lost_sales")) {
            for (int group = 0; group < plans.size(); group++) {
                for (int i = 0; i < problem(group).items().size(); i++) {
                    PlannedItem item = problem(group).items().get(i);
                    StockPath path = plans.get(group).plan().path(i);
                    for (int day = 0; day < problem(group).horizonDays(); day++) {
                        writer.writeRecord(
                                item.item(),
                                problem(group).place(item).name(),
                                String.valueOf(day),
                                plain(path.stock()[day]),
                                plain(path.lost()[day]));
                    }
                }
            }
        }
    }

    private void writePrices() throws IOException {
        try (CsvWriter writer = table(folder, "prices.csv", "rule,key,day,price")) {
            for (int group = 0; group < plans.size(); group++) {
                SupplierPlan plan = plans.get(group);
                PriceRows.of(
                                problem(group),
                                plan.capacityPrices(),
                                plan.volumePrices(),
                                plan.moneyPrices())
                        .forEach(row -> writer.writeRecord(row.cells()));
            }
        }
    }

    private void writeSummary(PlanVerdict verdict, double seconds) throws IOException {
        PlanCost cost = PlanCost.ZERO;
        for (SupplierPlan plan : plans) {
            cost = cost.plus(plan.plan().cost());
        }
        ObjectNode root = JsonCodec.mapper().createObjectNode();
        root.put("status", verdict.status());
        root.put("objective", rounded(verdict.objective()));
        root.put("bound", rounded(verdict.bound()));
        root.put("gap", rounded(verdict.gap()));
        root.put("branches", plans.stream().mapToInt(plan -> plan.branches().size()).sum());
        root.put("seconds", rounded(seconds));
        ObjectNode parts = root.putObject("cost");
        parts.put("purchase", rounded(cost.purchase()));
        parts.put("ordering", rounded(cost.ordering()));
        parts.put("holding", rounded(cost.holding()));
        parts.put("lost_sales", rounded(cost.lostSales()));
        parts.put("backorders", rounded(cost.backorders()));
        parts.put("transshipment", rounded(cost.transshipment()));
        parts.put("safety_stock", rounded(cost.safetyStock()));
        parts.put("end_stock", rounded(cost.endStock()));
        parts.put("total", rounded(cost.total()));
        root.put("violations", verdict.violations());
        root.put("reason", verdict.reason());
        Files.writeString(
                folder.resolve("summary.json"),
                JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root)
                        + "\n");
    }

    private ReplenishmentProblem problem(int group) {
        return groups.get(group).problem();
    }

    static CsvWriter table(Path folder, String name, String header) throws IOException {
        CsvWriter writer =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(folder.resolve(name), StandardCharsets.UTF_8);
        writer.writeRecord(header.split(","));
        return writer;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    static String plain(double value) {
        BigDecimal rounded = rounded(value).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
