package io.quartermaster.domain.replenishment.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Best echelon base-stock levels of stages in a row, the first of which meets demand (that waits),
 * the last of which orders from a source without limit. Source: Clark and Scarf (1960) by the
 * recursion of Chen and Zheng (1994): with echelon holding costs h_j (local less the next stage's),
 * H their sum and D_j demand of the lead time of stage j,
 *
 * <pre>C'_0(x) = (p + H) x^-,  C_j(y) = E[h_j (y - D_j) + C'_(j-1)(y - D_j)],
 * S_j = argmin C_j,  C'_j(x) = C_j(min(x, S_j));</pre>
 *
 * C_J(S_J) is the cost per period, with what is under way between stages held at the price of the
 * stage that sent it. With periodic review the lead time of the first stage includes one period.
 * Normal demand is laid on a grid of a hundredth of the smallest standard deviation.
 */
public final class SerialSystem {

    private static final int STEPS_PER_DEVIATION = 100;
    private static final double DEVIATIONS = 8.5;

    /**
     * A stage.
     *
     * @param name its name
     * @param holdingCost local, money per unit and period, not above that of the stage before
     * @param leadTimeDemand demand of the end customers during its lead time
     */
    public record Stage(String name, double holdingCost, Demand leadTimeDemand) {
        public Stage {
            Terms.positive("holding cost of stage " + name, holdingCost, "it is missing");
        }
    }

    /**
     * The answer.
     *
     * @param echelonLevels S_j, units at stage j and on the way to and at stages before it
     * @param localLevels what stage j alone shall hold or have ordered, units
     * @param costPerPeriod holding and penalty, money
     */
    public record Answer(
            List<Double> echelonLevels, List<Double> localLevels, double costPerPeriod) {
        public Answer {
            echelonLevels = List.copyOf(echelonLevels);
            localLevels = List.copyOf(localLevels);
        }
    }

    private SerialSystem() {}

    /** The best levels, for stages from the customer upwards. */
    public static Answer of(List<Stage> stages, double penaltyCost) {
        check(stages, penaltyCost);
        double step = step(stages);
        List<Masses> demands =
                stages.stream().map(stage -> Masses.of(stage.leadTimeDemand(), step)).toList();
        int low = -2 + demands.stream().mapToInt(d -> Math.min(0, d.least())).sum();
        int high = 2 + demands.stream().mapToInt(d -> Math.max(0, d.largest())).sum();
        double steepest = penaltyCost + stages.get(0).holdingCost();
        double[] before = new double[high - low + 1];
        for (int i = 0; i < before.length; i++) {
            before[i] = steepest * Math.max(0, -(low + i) * step);
        }
        List<Double> levels = new ArrayList<>();
        double offset = 0;
        for (int j = 0; j < stages.size(); j++) {
            double next = j + 1 < stages.size() ? stages.get(j + 1).holdingCost() : 0;
            double echelon = stages.get(j).holdingCost() - next;
            for (int i = 0; i < before.length; i++) {
                before[i] += echelon * (offset + (low + i) * step);
            }
            double[] cost = demands.get(j).expected(before);
            int best = argmin(cost);
            offset += demands.get(j).offset();
            levels.add(offset + (low + best + (step == 1 ? 0 : vertex(cost, best))) * step);
            Arrays.fill(cost, best, cost.length, cost[best]);
            before = cost;
        }
        return new Answer(levels, local(levels), before[before.length - 1]);
    }

    private static void check(List<Stage> stages, double penaltyCost) {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no stage.\nMaybe the file holds a header only.");
        }
        Terms.costs(stages.get(0).holdingCost(), penaltyCost);
        for (int j = 1; j < stages.size(); j++) {
            if (stages.get(j).holdingCost() > stages.get(j - 1).holdingCost()) {
                throw new IllegalArgumentException(
                        "The holding cost (%s) of stage %s must not be above that of stage %s (%s), which it supplies.\nMaybe list the stages from the customer upwards."
                                .formatted(
                                        stages.get(j).holdingCost(),
                                        stages.get(j).name(),
                                        stages.get(j - 1).name(),
                                        stages.get(j - 1).holdingCost()));
            }
        }
    }

    /** 1 where all demand is counted. */
    private static double step(List<Stage> stages) {
        boolean counted =
                stages.stream().allMatch(stage -> stage.leadTimeDemand() instanceof CountDemand);
        double smallest =
                stages.stream()
                        .mapToDouble(stage -> stage.leadTimeDemand().deviation())
                        .min()
                        .orElse(1);
        return counted ? 1 : smallest / STEPS_PER_DEVIATION;
    }

    private static int argmin(double[] cost) {
        int best = 0;
        for (int i = 1; i < cost.length; i++) {
            if (cost[i] < cost[best] - 1e-12 * Math.abs(cost[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Where the parabola through three neighbours is lowest, -0.5 to 0.5 steps off the middle. */
    private static double vertex(double[] cost, int best) {
        if (best == 0 || best == cost.length - 1) {
            return 0;
        }
        double bend = cost[best - 1] - 2 * cost[best] + cost[best + 1];
        double shift = bend > 0 ? (cost[best - 1] - cost[best + 1]) / (2 * bend) : 0;
        return Math.max(-0.5, Math.min(0.5, shift));
    }

    /** A stage's echelon level counts as far as stages above can fill it. */
    private static List<Double> local(List<Double> echelon) {
        List<Double> local = new ArrayList<>();
        double above = Double.POSITIVE_INFINITY;
        double[] capped = new double[echelon.size()];
        for (int j = echelon.size() - 1; j >= 0; j--) {
            above = Math.min(above, echelon.get(j));
            capped[j] = above;
        }
        for (int j = 0; j < capped.length; j++) {
            local.add(capped[j] - (j > 0 ? capped[j - 1] : 0));
        }
        return Collections.unmodifiableList(local);
    }

    /** Probabilities of {@code offset + (least + i) step} units. */
    private record Masses(double offset, int least, double[] probabilities) {

        static Masses of(Demand demand, double step) {
            if (demand instanceof CountDemand counts && step == 1) {
                double[] masses = new double[counts.largest() - counts.least() + 1];
                for (int i = 0; i < masses.length; i++) {
                    masses[i] = counts.probability(counts.least() + i);
                }
                return new Masses(0, counts.least(), masses);
            }
            if (!(demand instanceof NormalDemand)) {
                throw new IllegalArgumentException(
                        "The demand of all stages must be normal, or of all counted.\nMaybe round it to counts.");
            }
            int ends = CountDemand.count(Math.ceil(DEVIATIONS * demand.deviation() / step));
            double[] masses = new double[2 * ends + 1];
            double sum = 0;
            for (int i = 0; i < masses.length; i++) {
                double z = (i - ends) * step / demand.deviation();
                masses[i] = Math.exp(-z * z / 2);
                sum += masses[i];
            }
            for (int i = 0; i < masses.length; i++) {
                masses[i] /= sum;
            }
            return new Masses(demand.mean(), -ends, masses);
        }

        int largest() {
            return least + probabilities.length - 1;
        }

        /** {@code E[values(y - D)]}; beyond its ends a function goes on in a line. */
        double[] expected(double[] values) {
            double[] expected = new double[values.length];
            for (int y = 0; y < values.length; y++) {
                for (int i = 0; i < probabilities.length; i++) {
                    expected[y] += probabilities[i] * at(values, y - least - i);
                }
            }
            return expected;
        }

        private static double at(double[] values, int x) {
            int last = values.length - 1;
            if (x < 0) {
                return values[0] + (values[1] - values[0]) * x;
            }
            return x <= last
                    ? values[x]
                    : values[last] + (values[last] - values[last - 1]) * (x - last);
        }
    }
}
