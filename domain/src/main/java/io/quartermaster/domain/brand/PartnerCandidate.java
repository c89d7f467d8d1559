package io.quartermaster.domain.brand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A brand that may be taken on, with what it offers.
 *
 * @param brand name of the brand
 * @param supplier who would deliver
 * @param score of the brand, 0 to 1, as the hierarchy gives it
 * @param risk probability that the cooperation fails within the planned time, 0 to 1
 * @param onboardingCost money that taking it on costs once, 0 or more
 * @param trialCost money that a trial costs once, 0 or more
 * @param leastItems items that it wants taken at least when it is taken on, 1 to its items
 * @param exclusiveIn categories in which it demands that no other brand sells beside it
 * @param items what it offers, at least one
 */
public record PartnerCandidate(
        String brand,
        String supplier,
        double score,
        double risk,
        double onboardingCost,
        double trialCost,
        int leastItems,
        Set<String> exclusiveIn,
        List<Item> items) {

    /** A candidate that demands no exclusivity. */
    public PartnerCandidate(
            String brand,
            String supplier,
            double score,
            double risk,
            double onboardingCost,
            double trialCost,
            int leastItems,
            List<Item> items) {
        this(brand, supplier, score, risk, onboardingCost, trialCost, leastItems, Set.of(), items);
    }

    /**
     * An item that it offers.
     *
     * @param item name of the item
     * @param category category it sells in
     * @param margin expected margin within the planned time, money, may be negative
     * @param investment money that its first stock binds, 0 or more
     * @param volume room that its stock takes, 0 or more
     */
    public record Item(
            String item, String category, double margin, double investment, double volume) {

        public Item {
            boolean possible = Double.isFinite(margin) && isAmount(investment) && isAmount(volume);
            if (!possible) {
                throw new IllegalArgumentException(
                        "The item (%s) has the margin (%s), investment (%s) and volume (%s); they must be numbers, the last two 0 or more.\nMaybe a sign is wrong."
                                .formatted(item, margin, investment, volume));
            }
        }
    }

    public PartnerCandidate {
        items = List.copyOf(items);
        exclusiveIn = new TreeSet<>(exclusiveIn);
        share("score", score, brand);
        share("risk", risk, brand);
        amount("onboarding cost", onboardingCost, brand);
        amount("trial cost", trialCost, brand);
        if (leastItems < 1 || leastItems > items.size()) {
            throw new IllegalArgumentException(
                    "The least items (%d) of brand (%s) must be 1 to the items that it offers (%d).\nMaybe an item is missing."
                            .formatted(leastItems, brand, items.size()));
        }
        Set<String> names = new HashSet<>();
        for (Item item : items) {
            if (!names.add(item.item())) {
                throw new IllegalArgumentException(
                        "The item (%s) of brand (%s) stands twice.\nMaybe leave one out."
                                .formatted(item.item(), brand));
            }
        }
    }

    private static void share(String what, double value, String brand) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of brand (%s) must be 0 to 1.\nMaybe divide by 100."
                            .formatted(what, value, brand));
        }
    }

    private static void amount(String what, double value, String brand) {
        if (!isAmount(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of brand (%s) must be 0 or more.\nMaybe a sign is wrong."
                            .formatted(what, value, brand));
        }
    }

    private static boolean isAmount(double value) {
        return value >= 0 && Double.isFinite(value);
    }

    /**
     * What an item is worth: its margin if the cooperation holds, less what is lost of its
     * investment if it fails.
     */
    double value(Item item, PartnerRules rules) {
        return (1 - risk) * item.margin() - risk * rules.lossShare() * item.investment();
    }
}
