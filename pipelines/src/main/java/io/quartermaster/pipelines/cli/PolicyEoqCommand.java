package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.EconomicOrderQuantity;
import io.quartermaster.domain.replenishment.policy.QuantityDiscount;
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

/** The economic order quantity. */
@Command(
        name = "eoq",
        description = "Tell the order quantity for steady demand, also with quantity discounts.")
final class PolicyEoqCommand implements Callable<Integer> {

    @Option(
            names = "--order-cost",
            paramLabel = "MONEY",
            required = true,
            description = "Cost of an order.")
    private double orderCost;

    @Option(
            names = "--demand",
            paramLabel = "UNITS",
            required = true,
            description = "Demand of a period.")
    private double demand;

    @Option(
            names = "--holding",
            paramLabel = "MONEY",
            description = "Cost of holding a unit for a period; without --prices.")
    private Double holding;

    @Option(
            names = "--penalty",
            paramLabel = "MONEY",
            description = "Cost of a unit kept back for a period; none is, without it.")
    private Double penalty;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "CSV with from_quantity,unit_cost, the first from 0.")
    private Path prices;

    @Option(
            names = "--holding-rate",
            paramLabel = "SHARE",
            description = "With --prices: share of the price that holding costs a period.")
    private Double holdingRate;

    @Option(
            names = "--discount",
            paramLabel = "all-units|incremental",
            defaultValue = "all-units",
            description =
                    "Whether a price holds for the whole order or for the units above its quantity (default: ${DEFAULT-VALUE}).")
    private String discount;

    @Mixin private PolicyAnswer answer;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (prices == null) {
            plain();
        } else {
            discounted();
        }
        answer.give(spec);
        return 0;
    }

    private void plain() {
        double holds = needed(holding, "holding cost", "--holding 0.2");
        EconomicOrderQuantity best =
                penalty == null
                        ? EconomicOrderQuantity.of(orderCost, demand, holds)
                        : EconomicOrderQuantity.withBackOrders(orderCost, demand, holds, penalty);
        answer.with("quantity", best.quantity())
                .with("cost_per_period", best.costPerPeriod())
                .with("periods_between_orders", best.periodsBetween())
                .with("back_ordered", best.backOrdered());
    }

    private void discounted() throws IOException {
        if (penalty != null || holding != null) {
            throw new IllegalArgumentException(
                    "The options --penalty and --holding do not go with --prices.\nMaybe give --holding-rate, the share of the price that holding costs.");
        }
        double rate = needed(holdingRate, "holding rate", "--holding-rate 0.3");
        QuantityDiscount best = QuantityDiscount.of(kind(), orderCost, demand, rate, tiers());
        answer.with("quantity", best.quantity())
                .with("cost_per_period", best.costPerPeriod())
                .with("periods_between_orders", best.quantity() / demand)
                .with("tier", best.tier());
    }

    private QuantityDiscount.Kind kind() {
        return switch (discount) {
            case "all-units" -> QuantityDiscount.Kind.ALL_UNITS;
            case "incremental" -> QuantityDiscount.Kind.INCREMENTAL;
            default ->
                    throw new IllegalArgumentException(
                            "The discount (%s) is unknown.\nMaybe all-units or incremental."
                                    .formatted(discount));
        };
    }

    private List<QuantityDiscount.Tier> tiers() throws IOException {
        List<QuantityDiscount.Tier> tiers = new ArrayList<>();
        try (CsvTable table = CsvTable.open(prices, "from_quantity", "unit_cost")) {
            while (table.next()) {
                tiers.add(
                        new QuantityDiscount.Tier(
                                table.number("from_quantity"), table.number("unit_cost")));
            }
        }
        return tiers;
    }

    private static double needed(Double value, String what, String option) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The %s is not given.\nMaybe add %s.".formatted(what, option));
        }
        return value;
    }
}
