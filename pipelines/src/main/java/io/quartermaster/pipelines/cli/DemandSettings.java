package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.replenishment.policy.CountDemand;
import io.quartermaster.domain.replenishment.policy.Counts;
import io.quartermaster.domain.replenishment.policy.Demand;
import io.quartermaster.domain.replenishment.policy.NormalDemand;
import io.quartermaster.domain.replenishment.policy.QuantileDemand;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Demand of one period: a distribution by its moments, or what was observed. */
final class DemandSettings {

    private enum Distribution {
        AUTO,
        NORMAL,
        POISSON,
        NEGATIVE_BINOMIAL,
        EMPIRICAL
    }

    @Option(
            names = "--distribution",
            paramLabel = "KIND",
            defaultValue = "auto",
            description =
                    "auto, normal, poisson, negative-binomial or empirical (default: ${DEFAULT-VALUE}: empirical with --observed, normal with --sd, else poisson).")
    private String distribution;

    @Option(names = "--mean", paramLabel = "UNITS", description = "Mean demand of a period.")
    private Double mean;

    @Option(
            names = "--sd",
            paramLabel = "UNITS",
            description = "Standard deviation of a period's demand.")
    private Double deviation;

    @Option(
            names = "--observed",
            paramLabel = "FILE",
            description =
                    "CSV with a column demand: one period a row; or with level,demand: its quantiles.")
    private Path observed;

    /** Demand of one period. */
    Demand demand() throws IOException {
        if (observed != null && (mean != null || deviation != null)) {
            throw new IllegalArgumentException(
                    "The demand is given by --observed and by --mean or --sd.\nMaybe leave one of them out.");
        }
        Demand empirical = observed == null ? null : observed();
        return switch (kind()) {
            case EMPIRICAL -> empirical(empirical);
            case POISSON -> Counts.poisson(mean(empirical));
            case NEGATIVE_BINOMIAL ->
                    Counts.negativeBinomial(mean(empirical), deviation(empirical));
            case NORMAL, AUTO -> new NormalDemand(mean(empirical), deviation(empirical));
        };
    }

    /** Demand of one period in whole units. */
    CountDemand counts() throws IOException {
        return distribution.equals("auto") && deviation != null && mean != null
                ? Counts.fitted(mean, deviation)
                : Counts.rounded(demand());
    }

    /**
     * Demand of so many periods, fractions allowed. Counted demand is summed exactly over whole
     * periods, else fitted by its mean and deviation.
     *
     * @param deviationPeriods standard deviation of the number of periods
     */
    Demand over(double periods, double deviationPeriods) throws IOException {
        Demand one = demand();
        if (one instanceof NormalDemand normal) {
            return normal.overRandom(periods, deviationPeriods);
        }
        if (!(periods >= 0 && periods <= 10_000 && deviationPeriods >= 0)) {
            throw new IllegalArgumentException(
                    "The lead time (%s, standard deviation %s) must lie within 0 to 10000 periods.\nMaybe count in longer periods."
                            .formatted(periods, deviationPeriods));
        }
        CountDemand counts = Counts.rounded(one);
        if (deviationPeriods == 0 && periods == Math.rint(periods)) {
            return counts.over((int) periods);
        }
        double spread = counts.mean() * deviationPeriods;
        double variance = periods * counts.deviation() * counts.deviation() + spread * spread;
        return Counts.fitted(counts.mean() * periods, Math.sqrt(variance));
    }

    private Distribution kind() {
        for (Distribution kind : Distribution.values()) {
            if (kind.name().replace('_', '-').equalsIgnoreCase(distribution)) {
                return kind != Distribution.AUTO
                        ? kind
                        : observed != null
                                ? Distribution.EMPIRICAL
                                : deviation != null ? Distribution.NORMAL : Distribution.POISSON;
            }
        }
        throw new IllegalArgumentException(
                "The distribution (%s) is unknown.\nMaybe one of: auto, normal, poisson, negative-binomial, empirical."
                        .formatted(distribution));
    }

    private static Demand empirical(Demand empirical) {
        if (empirical == null) {
            throw missing("observed demand", "--observed FILE");
        }
        return empirical;
    }

    private double mean(Demand empirical) {
        if (empirical == null && mean == null) {
            throw missing("mean of demand", "--mean 120");
        }
        return empirical == null ? mean : empirical.mean();
    }

    private double deviation(Demand empirical) {
        if (empirical == null && deviation == null) {
            throw missing("standard deviation of demand", "--sd 10");
        }
        return empirical == null ? deviation : empirical.deviation();
    }

    private static IllegalArgumentException missing(String what, String option) {
        return new IllegalArgumentException(
                "The %s is not given.\nMaybe add %s.".formatted(what, option));
    }

    private Demand observed() throws IOException {
        List<Double> levels = new ArrayList<>();
        List<Double> units = new ArrayList<>();
        try (CsvTable table = CsvTable.open(observed, "demand")) {
            while (table.next()) {
                units.add(table.number("demand"));
                if (table.has("level")) {
                    levels.add(table.number("level"));
                }
            }
        }
        double[] values = units.stream().mapToDouble(unit -> unit).toArray();
        return levels.isEmpty()
                ? CountDemand.observed(values)
                : new QuantileDemand(levels.stream().mapToDouble(level -> level).toArray(), values);
    }
}
