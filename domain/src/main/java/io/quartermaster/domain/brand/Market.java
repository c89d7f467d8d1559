package io.quartermaster.domain.brand;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All brands of one day together: what a single brand is held against. */
final class Market {

    private static final int SUMS = BrandEvidence.values().length;

    private final BrandRules rules;
    private final LocalDate day;
    private final Map<String, CategorySums> categories = new TreeMap<>();
    private final double[] sums = new double[SUMS];
    private int brandsSeen;

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
        CategorySums category =
                categories.computeIfAbsent(dossier.category(), none -> new CategorySums());
        category.add(figures);
        for (int i = 0; i < SUMS; i++) {
            sums[i] += figures.lasting()[i];
        }
        boolean seen = figures.sum(BrandEvidence.VIEWS) + figures.sum(BrandEvidence.SEARCHES) > 0;
        brandsSeen += seen ? 1 : 0;
    }

    LocalDate day() {
        return day;
    }

    /** A brand's sum over that of the mean brand that is seen at all; NaN if nobody has any. */
    double relative(BrandFigures figures, BrandEvidence evidence) {
        double all = sums[evidence.index()];
        return all == 0 ? Double.NaN : figures.sum(evidence) * brandsSeen / all;
    }

    double unitsOf(String category) {
        return sumOf(category, BrandEvidence.UNITS);
    }

    /** Sum over the brands of a category. */
    double sumOf(String category, BrandEvidence evidence) {
        CategorySums known = categories.get(category);
        return known == null ? 0 : known.sums[evidence.index()];
    }

    /** Views of a category over those of the mean category; NaN if nothing is viewed. */
    double relativeViewsOf(String category) {
        double all = sums[BrandEvidence.VIEWS.index()];
        return all == 0
                ? Double.NaN
                : sumOf(category, BrandEvidence.VIEWS) * categories.size() / all;
    }

    /**
     * Units a day that a category is expected to sell over those it sells: 1 if it stays as it is.
     */
    double growthOf(String category) {
        CategorySums known = categories.get(category);
        double elapsed = ChronoUnit.DAYS.between(known.since, day) + 1.0;
        double recent = known.recentUnits / decayedDays(elapsed, rules.recent());
        return CategoryOutlook.growth(recent, unitsOf(category) / lastingDays(elapsed), rules);
    }

    /** The lasting sum that one unit a day makes in that many days. */
    double lastingDays(double days) {
        return decayedDays(days, rules.lasting());
    }

    private static double decayedDays(double days, Duration halfLife) {
        double halfLives = (double) Duration.ofDays(1).toMillis() / halfLife.toMillis();
        return (1 - Math.pow(2, -days * halfLives)) / (1 - Math.pow(2, -halfLives));
    }

    private static final class CategorySums {

        private final double[] sums = new double[SUMS];
        private double recentUnits;
        private LocalDate since;

        private void add(BrandFigures figures) {
            for (int i = 0; i < SUMS; i++) {
                sums[i] += figures.lasting()[i];
            }
            recentUnits += figures.recentUnits();
            LocalDate first = figures.firstSale();
            if (first != null && (since == null || first.isBefore(since))) {
                since = first;
            }
        }
    }
}
