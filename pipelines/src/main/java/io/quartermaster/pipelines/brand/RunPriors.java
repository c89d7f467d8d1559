package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandExpectation;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run's last clustering tells of each brand's returns and satisfaction.
 *
 * @param isThere whether the run has the table {@code brand_priors}
 * @param brands last row of each
 * @param unknown what holds of the other brands: their own figures
 */
record RunPriors(boolean isThere, Map<String, Row> brands, BrandExpectation unknown) {

    private static final String TABLE = "brand_priors";

    /**
     * One brand as of a day; what nobody has shown is NaN.
     *
     * @param returnsEvidence share of the returns that is the brand's own
     */
    record Row(
            String day,
            double returns,
            double strength,
            double returnsEvidence,
            double satisfaction,
            double satisfactionEvidence) {

        Row orLater(Row other) {
            return day.compareTo(other.day) > 0 ? this : other;
        }

        private BrandExpectation or(BrandExpectation unknown) {
            BrandExpectation ofReturns =
                    hasReturns() ? new BrandExpectation(returns, strength, 0, 1) : unknown;
            return hasSatisfaction()
                    ? ofReturns.withSatisfaction(satisfaction, satisfactionEvidence)
                    : ofReturns;
        }

        private boolean hasReturns() {
            return !Double.isNaN(returns);
        }

        private boolean hasSatisfaction() {
            return !Double.isNaN(satisfaction);
        }
    }

    /**
     * Reads the table; none where an older run has no such table.
     *
     * @param returnsOfAll returned units of all that sold, for items that have not sold
     */
    static RunPriors of(RunTables tables, double returnsOfAll) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        boolean isThere = tables.has(TABLE);
        if (isThere) {
            try (CsvTable table =
                    tables.open(
                            TABLE,
                            "brand",
                            "event_day",
                            "returns_strength",
                            "returns_expected",
                            "returns_evidence",
                            "satisfaction_prior",
                            "satisfaction_evidence")) {
                while (table.next()) {
                    rows.merge(table.name("brand"), row(table), Row::orLater);
                }
            }
        }
        return new RunPriors(isThere, rows, BrandExpectation.ownOnly(returnsOfAll));
    }

    private static Row row(CsvTable table) {
        return new Row(
                RunTables.day(table, "event_day").toString(),
                share(table, "returns_expected"),
                table.number("returns_strength"),
                share(table, "returns_evidence"),
                share(table, "satisfaction_prior"),
                share(table, "satisfaction_evidence"));
    }

    /** NaN, which the tables leave empty, where nobody has shown it. */
    private static double share(CsvTable table, String column) {
        if (table.text(column).isBlank()) {
            return Double.NaN;
        }
        double value = table.number(column);
        if (value < 0 || value > 1) {
            throw table.wrong("Its %s (%s) is not 0 to 1.".formatted(column, table.text(column)));
        }
        return value;
    }

    BrandExpectation of(String brand) {
        Row row = brands.get(brand);
        return row == null ? unknown : row.or(unknown);
    }

    /** How far it serves these brands. */
    ExpectationBasis basis(Set<String> chosen) {
        return new ExpectationBasis(
                isThere,
                chosen.size(),
                (int) rows(chosen).filter(Row::hasReturns).count(),
                rows(chosen)
                        .filter(Row::hasReturns)
                        .mapToDouble(Row::returnsEvidence)
                        .average()
                        .orElse(0),
                (int) rows(chosen).filter(Row::hasSatisfaction).count(),
                rows(chosen)
                        .filter(Row::hasSatisfaction)
                        .mapToDouble(Row::satisfactionEvidence)
                        .average()
                        .orElse(0));
    }

    private Stream<Row> rows(Set<String> chosen) {
        return chosen.stream().filter(brands::containsKey).map(brands::get);
    }
}
