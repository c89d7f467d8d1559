package io.quartermaster.domain.brand;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All brands of one day together: what a single brand is held against. */
final class Market {

    private final BrandRules rules;
    private final LocalDate day;
    private final Map<String, CategorySales> categories = new TreeMap<>();
    private double attention;
    private int brands;

    Market(BrandRules rules, LocalDate day, List<BrandDossier> dossiers) {
        this.rules = rules;
        this.day = day;
        for (BrandDossier dossier : dossiers) {
            if (dossier.figures() != null) {
                add(dossier);
            }
        }
    }

    private void add(BrandDossier dossier) {
        BrandFigures figures = dossier.figures();
        double seen = figures.sum(BrandEvidence.ATTENTION);
        attention += seen;
        brands += seen > 0 ? 1 : 0;
        categories.merge(
                dossier.category(),
                new CategorySales(
                        figures.sum(BrandEvidence.UNITS),
                        figures.recentUnits(),
                        figures.firstSale()),
                CategorySales::plus);
    }

    /** Share of all attention over the mean share: 1 for a brand as well known as the mean. */
    double relativeAttention(BrandFigures figures) {
        return figures.sum(BrandEvidence.ATTENTION) * brands / attention;
    }

    double unitsOf(String category) {
        CategorySales sales = categories.get(category);
        return sales == null ? 0 : sales.lastingUnits;
    }

    /** Recent units a day over lasting units a day: 1 for a category that stays as it is. */
    double growthOf(String category) {
        CategorySales sales = categories.get(category);
        double elapsed = ChronoUnit.DAYS.between(sales.since, day) + 1.0;
        double recent = sales.recentUnits / decayedDays(elapsed, rules.recent());
        return recent / (sales.lastingUnits / decayedDays(elapsed, rules.lasting()));
    }

    /** The sum that one unit a day makes in that many days. */
    private static double decayedDays(double days, Duration halfLife) {
        double halfLives = (double) Duration.ofDays(1).toMillis() / halfLife.toMillis();
        return (1 - Math.pow(2, -days * halfLives)) / (1 - Math.pow(2, -halfLives));
    }

    private record CategorySales(double lastingUnits, double recentUnits, LocalDate since) {

        CategorySales plus(CategorySales other) {
            boolean earlier = since == null || (other.since != null && other.since.isBefore(since));
            return new CategorySales(
                    lastingUnits + other.lastingUnits,
                    recentUnits + other.recentUnits,
                    earlier ? other.since : since);
        }
    }
}
