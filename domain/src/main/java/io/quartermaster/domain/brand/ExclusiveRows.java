package io.quartermaster.domain.brand;

import io.quartermaster.domain.brand.PartnerCandidate.Item;
import io.quartermaster.domain.optimisation.IntegerProgramme;
import java.util.List;
import java.util.TreeSet;

/**
 * What candidates demand of each other: one that is taken on or tried keeps its rivals' items out
 * of each category in which it demands to be alone, and of two that both demand the same category
 * at most one is taken. Each pair and category is one row, so that a reason can name it.
 */
final class ExclusiveRows {

    private static final String NAME = "exclusivity of ";
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final IntegerProgramme.Builder builder;
    private final int count;

    private ExclusiveRows(IntegerProgramme.Builder builder, int count) {
        this.builder = builder;
        this.count = count;
    }

    /** Adds the rows of all pairs; count is the number of columns. */
    static void add(IntegerProgramme.Builder builder, int count, List<PartnerColumns> columns) {
        ExclusiveRows rows = new ExclusiveRows(builder, count);
        for (int i = 0; i < columns.size(); i++) {
            for (PartnerColumns later : columns.subList(i + 1, columns.size())) {
                rows.pair(columns.get(i), later);
            }
        }
    }

    /** Whether a row of a choice was added here. */
    static boolean isOne(IntegerProgramme.Row row) {
        return row.name().startsWith(NAME);
    }

    private void pair(PartnerColumns one, PartnerColumns other) {
        TreeSet<String> demanded = new TreeSet<>(one.candidate().exclusiveIn());
        demanded.addAll(other.candidate().exclusiveIn());
        for (String category : demanded) {
            if (!other.candidate().exclusiveIn().contains(category)) {
                against(one, other, category);
            } else if (!one.candidate().exclusiveIn().contains(category)) {
                against(other, one, category);
            } else {
                atMostOne(
                        one,
                        other,
                        "%s%s and %s in %s"
                                .formatted(
                                        NAME,
                                        one.candidate().brand(),
                                        other.candidate().brand(),
                                        category));
            }
        }
    }

    private void against(PartnerColumns claimant, PartnerColumns rival, String category) {
        List<Item> items = rival.candidate().items();
        int kept = (int) items.stream().filter(item -> item.category().equals(category)).count();
        String name =
                "%s%s in %s against %s"
                        .formatted(
                                NAME,
                                claimant.candidate().brand(),
                                category,
                                rival.candidate().brand());
        if (kept == items.size()) {
            atMostOne(claimant, rival, name);
        } else if (kept > 0) {
            double[] row = new double[count];
            row[claimant.onboard()] = kept;
            row[claimant.trial()] = kept;
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).category().equals(category)) {
                    row[rival.items()[i]] = 1;
                    row[rival.trialItems()[i]] = 1;
                }
            }
            builder.row(name, NONE, row, kept);
        }
    }

    private void atMostOne(PartnerColumns one, PartnerColumns other, String name) {
        double[] row = new double[count];
        row[one.onboard()] = 1;
        row[one.trial()] = 1;
        row[other.onboard()] = 1;
        row[other.trial()] = 1;
        builder.row(name, NONE, row, 1);
    }
}
