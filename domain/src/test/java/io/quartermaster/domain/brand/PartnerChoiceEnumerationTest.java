package io.quartermaster.domain.brand;

import static io.quartermaster.domain.brand.Partners.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.PartnerDecision.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnerChoiceEnumerationTest {

    @Test
    void equalsTheEnumerationOfEveryChoice() {
        Random random = new Random(17);
        int decidedByBudget = 0;
        for (int round = 0; round < 400; round++) {
            List<PartnerCandidate> candidates = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                candidates.add(random(random, "brand" + i));
            }
            PartnerLimits limits =
                    new PartnerLimits(
                            40 + random.nextInt(150),
                            20 + random.nextInt(40),
                            2 + random.nextInt(2),
                            60 + random.nextInt(90),
                            60 + random.nextInt(90),
                            0.2 + 0.4 * random.nextDouble(),
                            Map.of("a", new PartnerLimits.CategoryItems(0, 1 + random.nextInt(3))));
            PartnerRules rules = new PartnerRules(0.5, 0.3, 0.4, 0.7, 0.5, 1, 0.5);

            PartnerChoice choice = choice(candidates, limits, rules);

            double best = new Enumeration(candidates, limits, rules).best();
            assertThat(choice.value()).as("round %d", round).isCloseTo(best, within(1e-7));
            for (int i = 0; i < candidates.size(); i++) {
                PartnerDecision decision = choice.decisions().get(i);
                if (decision.limit().equals("budget")
                        && decision.reason().contains("It would be ")) {
                    decidedByBudget++;
                    PartnerLimits richer = richer(limits, decision.needed() + 1e-6);
                    Verdict then = choice(candidates, richer, rules).decisions().get(i).verdict();
                    assertThat(then.compareTo(decision.verdict())).isNegative();
                }
            }
        }
        assertThat(decidedByBudget).isGreaterThan(10);
    }

    private static PartnerLimits richer(PartnerLimits limits, double by) {
        return new PartnerLimits(
                limits.budget() + by,
                limits.storageVolume(),
                limits.mostPartners(),
                limits.supplierInvestment(),
                limits.categoryInvestment(),
                limits.meanRisk(),
                limits.categories());
    }

    private static PartnerCandidate random(Random random, String brand) {
        List<PartnerCandidate.Item> items = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            items.add(
                    new PartnerCandidate.Item(
                            brand + "-" + i,
                            random.nextBoolean() ? "a" : "b",
                            random.nextInt(80) - 10,
                            5 + random.nextInt(60),
                            random.nextInt(15)));
        }
        return new PartnerCandidate(
                brand,
                random.nextBoolean() ? "S" : "T",
                random.nextDouble(),
                0.8 * random.nextDouble(),
                random.nextInt(10),
                random.nextInt(4),
                1 + random.nextInt(count),
                random.nextInt(3) > 0 ? Set.of() : Set.of(random.nextBoolean() ? "a" : "b"),
                items);
    }

    /** Every mode of every brand with every set of its items, summed up anew. */
    private record Enumeration(
            List<PartnerCandidate> candidates, PartnerLimits limits, PartnerRules rules) {

        double best() {
            return best(0, new ArrayList<>());
        }

        private record Taken(PartnerCandidate brand, PartnerCandidate.Item item, double share) {}

        private record Part(PartnerCandidate brand, double fixedCost, List<Taken> items) {

            /** Neither brings what the other keeps for itself, nor do both keep the same. */
            private boolean stands(Part other) {
                return brand.equals(other.brand)
                        || brand.exclusiveIn().stream()
                                .noneMatch(
                                        category ->
                                                other.brand.exclusiveIn().contains(category)
                                                        || other.items.stream()
                                                                .anyMatch(
                                                                        one ->
                                                                                one.item()
                                                                                        .category()
                                                                                        .equals(
                                                                                                category)));
            }
        }

        private double best(int index, List<Part> parts) {
            if (index == candidates.size()) {
                return value(parts);
            }
            double best = best(index + 1, parts);
            PartnerCandidate brand = candidates.get(index);
            for (int set = 1; set < 1 << brand.items().size(); set++) {
                int count = Integer.bitCount(set);
                boolean takes =
                        brand.score() >= 0.5 && brand.risk() <= 0.4 && count >= brand.leastItems();
                boolean tries = brand.score() >= 0.3 && brand.risk() <= 0.7 && count <= 1;
                for (double share : new double[] {1, 0.5}) {
                    if (share == 1 ? takes : tries) {
                        parts.add(part(brand, set, share));
                        best = Math.max(best, best(index + 1, parts));
                        parts.remove(parts.size() - 1);
                    }
                }
            }
            return best;
        }

        private static Part part(PartnerCandidate brand, int set, double share) {
            List<Taken> items = new ArrayList<>();
            for (int i = 0; i < brand.items().size(); i++) {
                if ((set >> i & 1) == 1) {
                    items.add(new Taken(brand, brand.items().get(i), share));
                }
            }
            return new Part(brand, share == 1 ? brand.onboardingCost() : brand.trialCost(), items);
        }

        private double value(List<Part> parts) {
            double value = 0;
            double money = 0;
            double volume = 0;
            double invested = 0;
            double atRisk = 0;
            Map<String, Double> suppliers = new HashMap<>();
            Map<String, Double> categories = new HashMap<>();
            int ofA = 0;
            for (Part part : parts) {
                value -= part.fixedCost();
                money += part.fixedCost();
                for (Taken taken : part.items()) {
                    double risk = taken.brand().risk();
                    double investment = taken.share() * taken.item().investment();
                    value += taken.share() * taken.item().margin() * (1 - risk);
                    value -= 0.5 * risk * investment;
                    money += investment;
                    invested += investment;
                    atRisk += risk * investment;
                    volume += taken.share() * taken.item().volume();
                    suppliers.merge(taken.brand().supplier(), investment, Double::sum);
                    categories.merge(taken.item().category(), investment, Double::sum);
                    ofA += taken.item().category().equals("a") ? 1 : 0;
                }
            }
            boolean kept =
                    money <= limits.budget() + 1e-9
                            && volume <= limits.storageVolume() + 1e-9
                            && parts.size() <= limits.mostPartners()
                            && atRisk <= limits.meanRisk() * invested + 1e-9
                            && ofA <= limits.categories().get("a").most()
                            && suppliers.values().stream()
                                    .allMatch(sum -> sum <= limits.supplierInvestment() + 1e-9)
                            && categories.values().stream()
                                    .allMatch(sum -> sum <= limits.categoryInvestment() + 1e-9);
            boolean agree = parts.stream().allMatch(one -> parts.stream().allMatch(one::stands));
            return kept && agree ? value : Double.NEGATIVE_INFINITY;
        }
    }
}
