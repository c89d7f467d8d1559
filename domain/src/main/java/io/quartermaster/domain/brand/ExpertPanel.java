package io.quartermaster.domain.brand;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several experts' opinions made one. Judgements are aggregated by their weighted geometric mean,
 * the only mean that keeps reciprocals (Aczel and Saaty 1983), over those who judged the pair;
 * priorities by their weighted geometric mean, made to sum 1 (Forman and Peniwati 1998).
 */
public final class ExpertPanel {

    private ExpertPanel() {}

    /**
     * One expert.
     *
     * @param expert name
     * @param importance above 0; only its share counts
     * @param opinion what the expert says
     */
    public record Member<T>(String expert, double importance, T opinion) {

        public Member {
            if (!(importance > 0) || Double.isInfinite(importance)) {
                throw new IllegalArgumentException(
                        "The importance (%s) of the expert (%s) must be above 0.\nMaybe leave it out, then it is 1."
                                .formatted(importance, expert));
            }
        }
    }

    /**
     * One judgement of each pair that anybody judged, {@code "a|b"} to how many times a is worth b.
     */
    public static Map<String, Double> judgements(List<Member<PairwiseMatrix>> members) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Member<PairwiseMatrix> member : members) {
            member.opinion()
                    .judged()
                    .forEach(
                            (pair, value) -> {
                                double[] sum = sums.computeIfAbsent(pair, key -> new double[2]);
                                sum[0] += member.importance() * Math.log(value);
                                sum[1] += member.importance();
                            });
        }
        Map<String, Double> pairs = new LinkedHashMap<>();
        sums.forEach((pair, sum) -> pairs.put(pair, Math.exp(sum[0] / sum[1])));
        return pairs;
    }

    /** Weights of the panel; the consistency is that of its least consistent member. */
    public static Priorities priorities(List<Member<Priorities>> members) {
        int n = members.get(0).opinion().weights().length;
        double[] means = new double[n];
        double total = members.stream().mapToDouble(Member::importance).sum();
        Priorities least = members.get(0).opinion();
        for (Member<Priorities> member : members) {
            Priorities opinion = member.opinion();
            for (int i = 0; i < n; i++) {
                means[i] += Math.log(opinion.weights()[i]) * member.importance() / total;
            }
            least = opinion.consistencyRatio() > least.consistencyRatio() ? opinion : least;
        }
        double[] weights = Arrays.stream(means).map(Math::exp).toArray();
        double sum = Arrays.stream(weights).sum();
        return new Priorities(
                Arrays.stream(weights).map(weight -> weight / sum).toArray(),
                least.lambdaMax(),
                least.consistencyRatio(),
                least.worst());
    }
}
