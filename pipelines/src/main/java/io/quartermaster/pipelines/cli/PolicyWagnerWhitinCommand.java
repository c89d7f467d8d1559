package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.LotSizes;
import io.quartermaster.domain.replenishment.policy.WagnerWhitin;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The cheapest orders for known demand. */
@Command(
        name = "wagner-whitin",
        description = "Tell the cheapest orders for a series of known demand, without limits.")
final class PolicyWagnerWhitinCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "CSV with demand[,order_cost,unit_cost,holding_cost], one period a row.")
    private Path input;

    @Option(
            names = "--order-cost",
            paramLabel = "MONEY",
            description = "Cost of an order, where the input has no such column.")
    private Double orderCost;

    @Option(
            names = "--holding",
            paramLabel = "MONEY",
            description =
                    "Cost of a unit left at a period's end, where the input has no such column.")
    private Double holding;

    @Option(
            names = "--unit-cost",
            paramLabel = "MONEY",
            defaultValue = "0",
            description =
                    "Cost of a unit, where the input has no such column (default: ${DEFAULT-VALUE}).")
    private Double unitCost;

    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LotSizes sizes = read();
        double[] orders = WagnerWhitin.orders(sizes);
        double[] stock = sizes.stock(orders);
        answer.with("cost", sizes.cost(orders)).rows("periods");
        for (int t = 0; t < orders.length; t++) {
            answer.row(
                    PolicyAnswer.named(
                            "period",
                            t,
                            "demand",
                            sizes.demand(t),
                            "order",
                            orders[t],
                            "stock",
                            stock[t]));
        }
        answer.give(spec);
        return 0;
    }

    private LotSizes read() throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(input, "demand")) {
            while (table.next()) {
                rows.add(
                        new double[] {
                            table.number("demand"),
                            value(table, "order_cost", orderCost, "--order-cost"),
                            value(table, "unit_cost", unitCost, "--unit-cost"),
                            value(table, "holding_cost", holding, "--holding")
                        });
            }
        }
        return new LotSizes(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
    }

    private static double value(CsvTable table, String column, Double otherwise, String option) {
        if (table.has(column)) {
            return table.number(column);
        }
        if (otherwise == null) {
            throw new IllegalArgumentException(
                    "The input has no column (%s), and %s is not given.\nMaybe add one of them."
                            .formatted(column, option));
        }
        return otherwise;
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
