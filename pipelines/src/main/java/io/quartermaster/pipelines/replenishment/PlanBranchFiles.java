package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.PriceBranch;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.SupplierPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What proves a bound that prices alone do not give: the parts into which all plans were divided,
 * the orders that tell each, and its prices. Written only where there are parts.
 */
final class PlanBranchFiles {

    private final Path folder;
    private final List<PlanFolder.Group> groups;
    private final List<SupplierPlan> plans;

    PlanBranchFiles(Path folder, List<PlanFolder.Group> groups, List<SupplierPlan> plans) {
        this.folder = folder;
        this.groups = groups;
        this.plans = plans;
    }

    void write() throws IOException {
        if (plans.stream().allMatch(plan -> plan.branches().isEmpty())) {
            return;
        }
        try (CsvWriter bounds = PlanFiles.table(folder, "branches.csv", "group,branch,bound");
                CsvWriter orders =
                        PlanFiles.table(
                                folder,
                                "branch_orders.csv",
                                "group,branch,item,place,supplier,order_day,ordered");
                CsvWriter prices =
                        PlanFiles.table(
                                folder, "branch_prices.csv", "group,branch,rule,key,day,price")) {
            for (int group = 0; group < plans.size(); group++) {
                List<PriceBranch> branches = plans.get(group).branches();
                for (int branch = 0; branch < branches.size(); branch++) {
                    String[] key = {String.valueOf(group), String.valueOf(branch)};
                    PriceBranch of = branches.get(branch);
                    bounds.writeRecord(key[0], key[1], bound(of));
                    writeOrders(orders, key, groups.get(group).problem(), of);
                    writePrices(prices, key, groups.get(group).problem(), of);
                }
            }
        }
    }

    private static String bound(PriceBranch branch) {
        return Double.isInfinite(branch.bound()) ? "infeasible" : PlanFiles.plain(branch.bound());
    }

    private static void writeOrders(
            CsvWriter writer, String[] key, ReplenishmentProblem problem, PriceBranch branch) {
        for (PriceBranch.Decision decision : branch.decisions()) {
            PlannedItem item = problem.items().get(decision.item());
            writer.writeRecord(
                    key[0],
                    key[1],
                    item.item(),
                    problem.place(item).name(),
                    problem.supplier(item, decision.slot()),
                    String.valueOf(item.day(decision.slot())),
                    decision.ordered() ? "yes" : "no");
        }
    }

    /** Prices of 0 have no row. */
    private static void writePrices(
            CsvWriter writer, String[] key, ReplenishmentProblem problem, PriceBranch branch) {
        PriceRows.of(problem, branch.capacityPrices(), branch.volumePrices(), branch.moneyPrices())
                .stream()
                .filter(row -> row.price() > 0)
                .forEach(
                        row ->
                                writer.writeRecord(
                                        key[0],
                                        key[1],
                                        row.rule(),
                                        row.key(),
                                        String.valueOf(row.day()),
                                        PlanFiles.plain(row.price())));
    }
}
