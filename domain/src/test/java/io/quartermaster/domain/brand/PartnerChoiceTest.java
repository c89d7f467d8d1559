package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.PartnerDecision.Verdict;
import io.quartermaster.domain.optimisation.BranchAndBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnerChoiceTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final PartnerRules RULES = new PartnerRules(0.5, 0.3, 0.4, 0.7, 0.5, 1, 0);

    /** Budget 100; A brings 60 for 60, B 50 for 50, C 45 for 45: B and C, 95 of the 100. */
    @Test
    void takesWhatFitsTheBudgetBestAndSaysWhatTheOtherLacks() {
        List<PartnerCandidate> candidates =
                List.of(brand("A", 60, 60), brand("B", 50, 50), brand("C", 45, 45));

        PartnerChoice choice = choice(candidates, limits(100, Map.of()), noTrials());

        assertThat(choice.value()).isCloseTo(95, within(1e-9));
        assertThat(choice.bound()).isCloseTo(95, within(1e-9));
        assertThat(verdicts(choice))
                .containsExactly(Verdict.WAIT, Verdict.ONBOARD, Verdict.ONBOARD);
        PartnerDecision waits = choice.decisions().get(0);
        assertThat(waits.limit()).isEqualTo("budget");
        assertThat(waits.needed()).isCloseTo(55, within(1e-9));
        assertThat(waits.difference()).isCloseTo(95 - 60, within(1e-9));
        assertThat(waits.reason())
                .isEqualTo(
                        "It would be onboarded if this gave: budget by 55.00. Taken all the same, it would cost 35.00 of value.");
        PartnerDecision taken = choice.decisions().get(1);
        assertThat(taken.items()).containsExactly("B1");
        assertThat(taken.difference()).isCloseTo(95 - 60, within(1e-9));
        assertThat(taken.reason())
                .isEqualTo(
                        "Onboard with 1 of 1 items: expected value 50.00 for 50.00; without it the whole is worth 35.00 less.");
        assertThat(choice.limits()).containsExactly(new PartnerChoice.LimitUse("budget", 95, 100));
    }

    @Test
    void declinesBelowTheThresholdsAndTriesBetweenThem() {
        List<PartnerCandidate> candidates =
                List.of(
                        judged("good", 0.9, 0.1),
                        judged("middling", 0.4, 0.1),
                        judged("poor", 0.2, 0.1),
                        judged("risky", 0.9, 0.5),
                        judged("reckless", 0.9, 0.8));

        PartnerChoice choice = choice(candidates, limits(NONE, Map.of()), RULES);

        assertThat(verdicts(choice))
                .containsExactly(
                        Verdict.ONBOARD,
                        Verdict.TRIAL,
                        Verdict.DECLINE,
                        Verdict.TRIAL,
                        Verdict.DECLINE);
        assertThat(choice.decisions().stream().map(PartnerDecision::limit))
                .containsExactly(
                        "", "least score", "least trial score", "most risk", "most trial risk");
        assertThat(choice.decisions().get(1).needed()).isCloseTo(0.1, within(1e-9));
        assertThat(choice.decisions().get(2).reason())
                .isEqualTo("Its score 0.200 is below the least of a trial, 0.300.");
        assertThat(choice.decisions().get(3).reason())
                .endsWith("Its risk 0.500 is above the most of onboarding, 0.400.");
    }

    @Test
    void declinesWhatIsWorthNothing() {
        PartnerChoice choice = choice(List.of(brand("A", -5, 10)), limits(NONE, Map.of()), RULES);

        assertThat(verdicts(choice)).containsExactly(Verdict.DECLINE);
        assertThat(choice.decisions().get(0).limit()).isEqualTo("expected value");
        assertThat(choice.decisions().get(0).needed()).isCloseTo(3.5, within(1e-9));
        assertThat(choice.value()).isZero();
    }

    /** The most valuable leave category shoes empty; the least of it brings in the dear brand. */
    @Test
    void coversTheCategoriesThatItMust() {
        List<PartnerCandidate> candidates =
                List.of(brand("A", 60, 60), brand("B", 50, 40), in("C", "shoes", 5, 70));
        Map<String, PartnerLimits.CategoryItems> covered =
                Map.of("shoes", new PartnerLimits.CategoryItems(1, 9));

        PartnerChoice choice = choice(candidates, limits(110, covered), noTrials());

        assertThat(verdicts(choice))
                .containsExactly(Verdict.WAIT, Verdict.ONBOARD, Verdict.ONBOARD);
        assertThat(choice.limits())
                .contains(new PartnerChoice.LimitUse("least items of category shoes", 1, 1));
    }

    @Test
    void refusesALeastThatCannotBeMet() {
        Map<String, PartnerLimits.CategoryItems> covered =
                Map.of("shoes", new PartnerLimits.CategoryItems(2, 9));
        List<PartnerCandidate> candidates = List.of(brand("A", 6, 6), in("C", "shoes", 5, 7));

        assertThatThrownBy(() -> choice(candidates, limits(100, covered), RULES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The least items, 2 of (shoes), cannot be met within the limits by brands that qualify.\nMaybe lower \"least_items\" there, or raise the budget.");
    }

    @Test
    void keepsExposureAndMeanRiskWithinTheirLimits() {
        PartnerCandidate safe = candidate("A", "S", 0.9, 0.0, item("A1", 10, 50));
        PartnerCandidate risky = candidate("B", "T", 0.9, 0.4, item("B1", 90, 50));
        PartnerCandidate same = candidate("C", "S", 0.9, 0.0, item("C1", 9, 50));
        PartnerLimits limits = new PartnerLimits(NONE, NONE, NONE, 60, NONE, 0.15, Map.of());

        PartnerChoice choice = choice(List.of(safe, risky, same), limits, noTrials());

        assertThat(verdicts(choice)).containsExactly(Verdict.ONBOARD, Verdict.WAIT, Verdict.WAIT);
        assertThat(choice.decisions().get(1).limit()).isEqualTo("mean risk");
        assertThat(choice.decisions().get(1).needed()).isCloseTo(0.2 - 0.15, within(1e-9));
        assertThat(choice.decisions().get(2).limit()).isEqualTo("investment with supplier S");
        assertThat(choice.decisions().get(2).needed()).isCloseTo(40, within(1e-9));
    }

    @Test
    void ofTwoThatWantACategoryForThemselvesOneIsTaken() {
        PartnerCandidate one = exclusive("A", "hats", item("A1", 60, 10));
        PartnerCandidate other = exclusive("B", "hats", item("B1", 50, 10));

        PartnerChoice choice = choice(List.of(one, other), limits(NONE, Map.of()), noTrials());

        assertThat(verdicts(choice)).containsExactly(Verdict.ONBOARD, Verdict.WAIT);
        PartnerDecision waits = choice.decisions().get(1);
        assertThat(waits.limit()).isEqualTo("exclusivity of A and B in hats");
        assertThat(waits.needed()).isEqualTo(1);
        assertThat(waits.reason())
                .isEqualTo(
                        "It would be onboarded if this gave: exclusivity of A and B in hats. Taken all the same, it would cost 10.00 of value.");
        assertThat(choice.limits()).isEmpty();
    }

    /** A brings 60 and keeps B's 50 of hats out, though not its 20 of shoes. */
    @Test
    void whoWantsACategoryAloneKeepsItsRivalsItemsOut() {
        PartnerCandidate one = exclusive("A", "hats", item("A1", 60, 10));
        PartnerCandidate mixed =
                new PartnerCandidate(
                        "B",
                        "B",
                        0.9,
                        0,
                        0,
                        0,
                        1,
                        List.of(
                                item("B1", 50, 10),
                                new PartnerCandidate.Item("B2", "shoes", 20, 10, 1)));
        PartnerCandidate hatter = brand("C", 40, 10);

        PartnerChoice choice =
                choice(List.of(one, mixed, hatter), limits(NONE, Map.of()), noTrials());

        // B and C alone bring 110, A with B's shoes 80; were it not for B, A would bring 130 with
        // it.
        assertThat(verdicts(choice))
                .containsExactly(Verdict.WAIT, Verdict.ONBOARD, Verdict.ONBOARD);
        assertThat(choice.decisions().get(0).limit())
                .isEqualTo("exclusivity of A in hats against B");

        PartnerChoice richer =
                choice(
                        List.of(exclusive("A", "hats", item("A1", 95, 10)), mixed, hatter),
                        limits(NONE, Map.of()),
                        noTrials());

        assertThat(verdicts(richer))
                .containsExactly(Verdict.ONBOARD, Verdict.ONBOARD, Verdict.WAIT);
        assertThat(richer.decisions().get(1).items()).containsExactly("B2");
        assertThat(richer.decisions().get(2).reason())
                .startsWith(
                        "It would be onboarded if this gave: exclusivity of A in hats against C.");
    }

    private static PartnerCandidate exclusive(
            String name, String category, PartnerCandidate.Item item) {
        return new PartnerCandidate(name, name, 0.9, 0, 0, 1, 1, Set.of(category), List.of(item));
    }

    @Test
    void refusesABrandThatStandsTwice() {
        assertThatThrownBy(
                        () ->
                                choice(
                                        List.of(brand("A", 1, 1), brand("A", 2, 2)),
                                        limits(NONE, Map.of()),
                                        RULES))
                .hasMessage(
                        "The brand (A) stands twice among the candidates.\nMaybe join its items.");
    }

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
            Map<String, Double> suppliers = new java.util.HashMap<>();
            Map<String, Double> categories = new java.util.HashMap<>();
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

    private static PartnerChoice choice(
            List<PartnerCandidate> candidates, PartnerLimits limits, PartnerRules rules) {
        return PartnerChoice.of(candidates, limits, rules, new BranchAndBound(), 0);
    }

    private static List<Verdict> verdicts(PartnerChoice choice) {
        return choice.decisions().stream().map(PartnerDecision::verdict).toList();
    }

    private static PartnerRules noTrials() {
        return new PartnerRules(0.5, 0.5, 0.4, 0.4, 1e-3, 1, 0);
    }

    private static PartnerLimits limits(
            double budget, Map<String, PartnerLimits.CategoryItems> categories) {
        return new PartnerLimits(budget, NONE, NONE, NONE, NONE, NONE, categories);
    }

    private static PartnerCandidate brand(String name, double margin, double investment) {
        return candidate(name, name, 0.9, 0, item(name + "1", margin, investment));
    }

    private static PartnerCandidate judged(String name, double score, double risk) {
        return candidate(name, name, score, risk, item(name + "1", 10, 10));
    }

    private static PartnerCandidate in(
            String name, String category, double margin, double investment) {
        return candidate(
                name,
                name,
                0.9,
                0,
                new PartnerCandidate.Item(name + "1", category, margin, investment, 1));
    }

    private static PartnerCandidate candidate(
            String name, String supplier, double score, double risk, PartnerCandidate.Item item) {
        return new PartnerCandidate(name, supplier, score, risk, 0, 1, 1, List.of(item));
    }

    private static PartnerCandidate.Item item(String name, double margin, double investment) {
        return new PartnerCandidate.Item(name, "hats", margin, investment, 1);
    }
}
