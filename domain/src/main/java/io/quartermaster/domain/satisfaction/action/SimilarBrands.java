package io.quartermaster.domain.satisfaction.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The brands nearest to one by what was known before it acted: the outcome itself, 1 - S and the
 * logarithm of the order lines, each in standard deviations over all candidates.
 */
final class SimilarBrands {

    private SimilarBrands() {}

    /**
     * Their names, nearest first.
     *
     * @param outcomes of all brands that can be compared
     * @param scores 1 - S likewise; a brand without one counts by the rest
     * @param apart brands that cannot be peers
     * @param most how many are wanted
     */
    static List<String> of(
            String brand,
            Map<String, Outcome> outcomes,
            Map<String, Outcome> scores,
            Set<String> apart,
            int most) {
        List<String> candidates = new ArrayList<>(outcomes.keySet());
        candidates.removeIf(name -> name.equals(brand) || apart.contains(name));
        double[] own = features(brand, outcomes, scores);
        double[] spread = spread(candidates, outcomes, scores);
        candidates.sort(
                Comparator.comparingDouble(
                                (String name) ->
                                        distance(own, features(name, outcomes, scores), spread))
                        .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(candidates.subList(0, Math.min(most, candidates.size())));
    }

    private static double[] features(
            String brand, Map<String, Outcome> outcomes, Map<String, Outcome> scores) {
        Outcome outcome = outcomes.get(brand);
        Outcome score = scores.get(brand);
        return new double[] {
            outcome.before(),
            score == null ? Double.NaN : score.before(),
            Math.log(score == null ? outcome.trialsBefore() : score.trialsBefore())
        };
    }

    private static double[] spread(
            List<String> candidates, Map<String, Outcome> outcomes, Map<String, Outcome> scores) {
        double[] spread = new double[3];
        for (int i = 0; i < spread.length; i++) {
            int column = i;
            double[] values =
                    candidates.stream()
                            .mapToDouble(name -> features(name, outcomes, scores)[column])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            spread[i] = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
        }
        return spread;
    }

    private static double distance(double[] own, double[] other, double[] spread) {
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
            double off = (own[i] - other[i]) / spread[i];
            sum += Double.isNaN(off) || Double.isInfinite(off) ? 0 : off * off;
        }
        return sum;
    }
}
