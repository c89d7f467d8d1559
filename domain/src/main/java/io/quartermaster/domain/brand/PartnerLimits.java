package io.quartermaster.domain.brand;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all partners share. Each limit may be {@link Double#POSITIVE_INFINITY}.
 *
 * @param budget money for investments and the costs of onboarding and trials
 * @param storageVolume room for their first stock
 * @param mostPartners brands taken on or tried, at most
 * @param supplierInvestment money invested with one supplier, at most
 * @param categoryInvestment money invested in one category, at most
 * @param meanRisk mean risk of the investment, each unit of money weighing alike, at most; 0 to 1
 * @param categories items by category, in a fixed order
 */
public record PartnerLimits(
        double budget,
        double storageVolume,
        double mostPartners,
        double supplierInvestment,
        double categoryInvestment,
        double meanRisk,
        Map<String, CategoryItems> categories) {

    /**
     * How many items a category takes.
     *
     * @param least of brands taken on, since a trial covers nothing yet; 0 or more
     * @param most of brands taken on or tried, not below least
     */
    public record CategoryItems(int least, int most) {

        public CategoryItems {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "The least items (%d) of a category must be 0 or more and not above the most (%d).\nMaybe they are swapped."
                                .formatted(least, most));
            }
        }
    }

    public PartnerLimits {
        categories = new LinkedHashMap<>(categories);
        limit("budget", budget);
        limit("storage_volume", storageVolume);
        limit("most_partners", mostPartners);
        limit("supplier_investment", supplierInvestment);
        limit("category_investment", categoryInvestment);
        limit("mean_risk", meanRisk);
    }

    private static void limit(String what, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 0 or more.\nMaybe leave it out for no limit."
                            .formatted(what, value));
        }
    }
}
