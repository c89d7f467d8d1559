package io.quartermaster.domain.satisfaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Why a score changed, in parts that add up to the change. S = sum over groups c and indicators i
 * of s_c w_ci x_ci, with shares s, weights w (the weight of a missing indicator spread over the
 * others) and indicators x. Each of the three factors gets what its change did while the other two
 * stood between before and after (Das Gupta 1978, symmetric in time): for x it is dx ((s w + s'w')
 * / 3 + (s w' + s'w) / 6). So a shift of the mix towards groups with lower scores is told apart
 * from a change inside the groups, which Simpson's paradox confuses.
 *
 * <p>The mix part of a group is taken against the mean of both scores, so that only a shift between
 * better and worse groups counts. An indicator or a group that is known at one time only keeps its
 * value: what it did is weighting, or mix.
 *
 * @param before S before
 * @param after S after
 * @param levels by indicator: the indicator itself changed
 * @param mix by group: its share changed
 * @param weighting weights changed, or what is missing did
 */
public record ScoreChange(
        double before, double after, double[] levels, List<MixPart> mix, double weighting) {

    private static final double ROUNDING = 1e-12;

    /** What the change of one group's share did. */
    public record MixPart(String group, double amount) {}

    /**
     * Compares two times.
     *
     * @throws IllegalArgumentException when no group of a time has a score
     */
    public static ScoreChange of(
            double[] weightsBefore,
            List<GroupScore> before,
            double[] weightsAfter,
            List<GroupScore> after) {
        Map<String, Cell> earlier = cells(before, weightsBefore, "before");
        Map<String, Cell> later = cells(after, weightsAfter, "after");
        double from = total(earlier);
        double to = total(later);
        TreeSet<String> groups = new TreeSet<>(earlier.keySet());
        groups.addAll(later.keySet());
        double[] levels = new double[weightsBefore.length];
        List<MixPart> mix = new ArrayList<>();
        double weighting = 0;
        for (String group : groups) {
            Cell one = earlier.containsKey(group) ? earlier.get(group) : later.get(group).absent();
            Cell two = later.containsKey(group) ? later.get(group) : earlier.get(group).absent();
            double moved = -(two.share - one.share) * (from + to) / 2;
            for (int i = 0; i < levels.length; i++) {
                double w = one.weights[i];
                double v = two.weights[i];
                double x = known(one.values[i], two.values[i]);
                double y = known(two.values[i], one.values[i]);
                levels[i] += part(y - x, one.share, w, two.share, v);
                weighting += part(v - w, one.share, x, two.share, y);
                moved += part(two.share - one.share, w, x, v, y);
            }
            mix.add(new MixPart(group, moved));
        }
        return new ScoreChange(from, to, levels, List.copyOf(mix), weighting);
    }

    /** Of one whole, without groups. */
    public static ScoreChange of(
            double[] weightsBefore, double[] before, double[] weightsAfter, double[] after) {
        return of(
                weightsBefore,
                List.of(new GroupScore("", 1, before)),
                weightsAfter,
                List.of(new GroupScore("", 1, after)));
    }

    private static double part(double change, double a, double b, double c, double d) {
        return change * ((a * b + c * d) / 3 + (a * d + c * b) / 6);
    }

    private static double known(double value, double otherwise) {
        return Double.isNaN(value) ? Double.isNaN(otherwise) ? 0 : otherwise : value;
    }

    private record Cell(double share, double[] weights, double[] values) {

        /** The same group when it was not there. */
        Cell absent() {
            return new Cell(0, weights, values);
        }
    }

    private static Map<String, Cell> cells(List<GroupScore> groups, double[] weights, String time) {
        double all = 0;
        for (GroupScore group : groups) {
            all += group.hasScore(weights) ? group.share() : 0;
        }
        if (all == 0) {
            throw new IllegalArgumentException(
                    "No group of %s has a score %s.\nMaybe every indicator is missing or has weight 0."
                            .formatted(groups.stream().map(GroupScore::group).toList(), time));
        }
        Map<String, Cell> cells = new HashMap<>();
        for (GroupScore group : groups) {
            if (group.hasScore(weights)) {
                double[] spread = weights.clone();
                double known = group.known(weights);
                Arrays.setAll(
                        spread, i -> Double.isNaN(group.indicators()[i]) ? 0 : weights[i] / known);
                cells.put(group.group(), new Cell(group.share() / all, spread, group.indicators()));
            }
        }
        return cells;
    }

    private static double total(Map<String, Cell> cells) {
        double total = 0;
        for (String group : new TreeSet<>(cells.keySet())) {
            Cell cell = cells.get(group);
            for (int i = 0; i < cell.weights.length; i++) {
                total += cell.share * cell.weights[i] * known(cell.values[i], 0);
            }
        }
        return total;
    }

    /** After - before; the sum of all parts but for rounding. */
    public double change() {
        return after - before;
    }

    /** Sum of the mix parts. */
    public double mixed() {
        return mix.stream().mapToDouble(MixPart::amount).sum();
    }

    /**
     * The largest part that goes the way of the change: the name of an indicator, {@code mix:} with
     * a group, or {@code weighting}; empty if nothing changed.
     *
     * @param indicators names in the order of the levels
     */
    public String cause(List<String> indicators) {
        double way = Math.signum(change());
        String cause = "";
        double most = ROUNDING;
        for (int i = 0; i < levels.length; i++) {
            cause = way * levels[i] > most ? indicators.get(i) : cause;
            most = Math.max(most, way * levels[i]);
        }
        for (MixPart part : mix) {
            cause = way * part.amount() > most ? "mix:" + part.group() : cause;
            most = Math.max(most, way * part.amount());
        }
        return way * weighting > most ? "weighting" : cause;
    }
}
