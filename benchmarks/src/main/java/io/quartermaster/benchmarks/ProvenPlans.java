package io.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import io.quartermaster.domain.replenishment.PlannedItem;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.pipelines.replenishment.PlanFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * The verb {@code plan} on generated folders whose shared rules bind: the proven gap it reaches
 * within the time asked, and the gap over what is above the cheapest purchase of the demand.
 *
 * @param items items of an instance
 * @param places where each is sold, with transfers between them
 * @param seeds instances
 * @param gapAsked share of the cost, which the largest of the instances is held to
 * @param secondsAsked of the search, which {@code --time-limit} is
 */
record ProvenPlans(int items, int places, int seeds, double gapAsked, int secondsAsked)
        implements Figure {

    private static final int ITEMS_OF_PEER = 1_000;

    @Override
    public String name() {
        return "plan-" + items + (places == 1 ? "" : "x" + places);
    }

    @Override
    public String asked() {
        return "%,d items x 28 days%s, packs, smallest orders, order costs, shared capacity and volume: proven gap at most %.0f %% within %d s on 2 cores"
                .formatted(
                        items,
                        places == 1 ? "" : " x %d places with transfers".formatted(places),
                        100 * gapAsked,
                        secondsAsked);
    }

    @Override
    public String command() {
        return "benchmarks/run " + name();
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        double worst = 0;
        double worstAbove = 0;
        double longest = 0;
        long violations = 0;
        double cost = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Path folder = workshop.scratch().resolve("%s-%d".formatted(name(), seed));
            Path output = workshop.scratch().resolve("%s-%d-out".formatted(name(), seed));
            new PlanInstance(items, places, seed).write(folder);
            workshop.seconds(
                    "plan",
                    "--input",
                    folder.toString(),
                    "--output",
                    output.toString(),
                    "--time-limit",
                    secondsAsked + "s",
                    "--gap",
                    String.valueOf(gapAsked),
                    "--safety-stock",
                    "off",
                    "--end-stock",
                    "none");
            JsonNode summary = new ObjectMapper().readTree(output.resolve("summary.json").toFile());
            double objective = summary.get("objective").asDouble();
            cost = seed == 1 ? objective : cost;
            double missing = objective - summary.get("bound").asDouble();
            worst = Math.max(worst, missing / objective);
            worstAbove = Math.max(worstAbove, missing / (objective - cheapest(folder)));
            longest = Math.max(longest, summary.get("seconds").asDouble());
            violations += summary.get("violations").asLong();
        }
        return Reached.of(
                "gap %.2f %% (%.1f %% of what is above the cheapest purchase) after %.1f s, the worst of %d; %d rules broken"
                        .formatted(100 * worst, 100 * worstAbove, longest, seeds, violations),
                items == ITEMS_OF_PEER && places == 1 ? oneModel(workshop, cost) : "",
                worst <= gapAsked && violations == 0);
    }

    /** The same items in one model by SCIP and by HiGHS, each in the same time. */
    private String oneModel(Workshop workshop, double cost)
            throws IOException, InterruptedException {
        Path folder = workshop.scratch().resolve("%s-%d".formatted(name(), 1));
        ReplenishmentProblem problem =
                PlanFolder.read(folder, false, false, Set.of()).get(0).problem();
        IntegerSolution scip =
                IntegerProgrammingEngines.engine(IntegerProgrammingEngines.choose("scip"))
                        .solve(OneModel.of(problem), IntegerSearch.EXACT.within(secondsAsked));
        HighsPlan.Found highs = HighsPlan.within(folder, secondsAsked, workshop.scratch());
        return "one model in %d s: by SCIP %s, by HiGHS %s"
                .formatted(
                        secondsAsked,
                        scip.hasValues() ? said(scip.objective() / cost, scip.gap()) : "no plan",
                        highs.hasPlan() ? said(highs.objective() / cost, highs.gap()) : "no plan");
    }

    private static String said(double cost, double gap) {
        return "cost %.4f of ours, gap %.1f %%".formatted(cost, 100 * gap);
    }

    /** All demand that stock does not meet, at the unit cost. */
    private static double cheapest(Path folder) {
        double sum = 0;
        for (PlanFolder.Group group : PlanFolder.read(folder, false, false, Set.of())) {
            for (PlannedItem item : group.problem().items()) {
                double wanted = Arrays.stream(item.demand()).sum() - item.onHand();
                sum += Math.max(0, wanted) * item.costs().unit();
            }
        }
        return sum;
    }
}
