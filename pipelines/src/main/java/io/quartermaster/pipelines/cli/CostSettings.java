package io.quartermaster.pipelines.cli;

import picocli.CommandLine.Option;

/** What a unit too many and a unit too few cost. */
final class CostSettings {

    @Option(
            names = "--holding",
            paramLabel = "MONEY",
            required = true,
            description = "Cost of a unit in stock at a period's end.")
    private double holding;

    @Option(
            names = "--penalty",
            paramLabel = "MONEY",
            required = true,
            description = "Cost of a unit of demand not met, per period where demand waits.")
    private double penalty;

    double holding() {
        return holding;
    }

    double penalty() {
        return penalty;
    }
}
