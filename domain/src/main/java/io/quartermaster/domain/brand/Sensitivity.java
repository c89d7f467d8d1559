package io.quartermaster.domain.brand;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * At which weight of a criterion the order turns. With its siblings scaled in proportion, the score
 * of alternative k is linear in the weight t: S_k(t) = S_k + g (t - w) (L_k - R_k), where g is the
 * global weight of the node above, L_k the score under the criterion alone and R_k that under its
 * siblings alone.
 */
final class Sensitivity {

    private static final double SMALLEST = 1e-12;

    private final List<String> alternatives;
    private final double[] scores;
    private final int first;

    Sensitivity(List<String> alternatives, double[] scores) {
        this.alternatives = alternatives;
        this.scores = scores;
        this.first =
                IntStream.range(0, scores.length)
                        .boxed()
                        .min(
                                Comparator.<Integer>comparingDouble(k -> -scores[k])
                                        .thenComparing(alternatives::get))
                        .orElseThrow();
    }

    /**
     * The nearest turn of one criterion; empty if no weight of it changes who is first.
     *
     * @param above global weight of the node above
     * @param weight the criterion's weight among its siblings
     * @param own scores under the criterion alone
     * @param all scores under the node above alone
     */
    Optional<Turn> of(String path, double above, double weight, double[] own, double[] all) {
        if (weight > 1 - SMALLEST || above < SMALLEST) {
            return Optional.empty();
        }
        return IntStream.range(0, scores.length)
                .filter(other -> other != first)
                .mapToObj(other -> turn(path, above, weight, own, all, other))
                .filter(turn -> turn.turnsAt() >= 0 && turn.turnsAt() <= 1)
                .min(Comparator.comparingDouble(Turn::distance).thenComparing(Turn::instead));
    }

    private Turn turn(
            String path, double above, double weight, double[] own, double[] all, int other) {
        double gain = slope(weight, own[other], all[other]) - slope(weight, own[first], all[first]);
        double at = weight + (scores[first] - scores[other]) / (above * gain);
        double turnsAt = Math.abs(gain) < SMALLEST ? Double.POSITIVE_INFINITY : at;
        return new Turn(path, weight, turnsAt, alternatives.get(other));
    }

    /** L - R: what is above is w L + (1 - w) R. */
    private static double slope(double weight, double own, double all) {
        return own - (all - weight * own) / (1 - weight);
    }
}
