package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.satisfaction.BetaPrior;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an entity's bad rate changed from the weeks before to the weeks that are now, and whether
 * that is a fall of the indicator and not noise.
 *
 * <p>The change d = x1 / n1 - x0 / n0 has the variance v = phi p (1 - p) (1 / n0 + 1 / n1), with p
 * the rate of both windows drawn towards that of all entities ({@link BetaPrior}), so that no event
 * at all does not pass for certainty, and phi by {@link Dispersion}. Changes are then drawn towards
 * the mean of all entities ({@link PeerChange}): where these hardly differ beyond their errors, one
 * that stands out is not believed. The indicator falls where the drawn change is above {@code
 * errors} of its standard errors.
 *
 * @param before counts of the weeks before
 * @param now counts of the weeks that are now
 * @param change of the bad rate, drawn; above 0 is worse
 * @param error its standard error
 * @param peersChange mean change of all entities, NaN where fewer than 3 are known
 * @param falls whether it falls
 */
public record Fall(
        Counts before, Counts now, double change, double error, double peersChange, boolean falls) {

    /**
     * Of every entity with enough trials in both windows, by name.
     *
     * @param phi dispersion of weekly counts
     */
    public static Map<String, Fall> of(
            Map<String, Counts> before, Map<String, Counts> now, double phi, ActionTerms terms) {
        TreeMap<String, Counts> both = new TreeMap<>();
        before.forEach(
                (entity, counts) -> {
                    Counts later = now.getOrDefault(entity, Counts.NONE);
                    if (counts.trials() >= terms.leastTrials()
                            && later.trials() >= terms.leastTrials()) {
                        both.put(entity, counts.plus(later));
                    }
                });
        BetaPrior prior = prior(both);
        double[] changes = new double[both.size()];
        double[] variances = new double[both.size()];
        int at = 0;
        for (Map.Entry<String, Counts> entry : both.entrySet()) {
            Counts first = before.get(entry.getKey());
            Counts second = now.get(entry.getKey());
            changes[at] = second.rate() - first.rate();
            variances[at++] = variance(entry.getValue(), first, second, prior, phi);
        }
        PeerChange peers = changes.length == 0 ? null : PeerChange.of(changes, variances);
        Map<String, Fall> falls = new TreeMap<>();
        at = 0;
        for (String entity : both.keySet()) {
            double[] drawn = peers.drawn(changes[at], variances[at++]);
            double error = Math.sqrt(drawn[1]);
            falls.put(
                    entity,
                    new Fall(
                            before.get(entity),
                            now.get(entity),
                            drawn[0],
                            error,
                            changes.length < PeerChange.LEAST ? Double.NaN : peers.mean(),
                            drawn[0] > terms.errors() * error));
        }
        return falls;
    }

    /** What is usual among entities. */
    static BetaPrior prior(Map<String, Counts> entities) {
        ArrayList<Counts> all = new ArrayList<>(new TreeMap<>(entities).values());
        all.removeIf(counts -> counts.trials() <= 0);
        return BetaPrior.of(
                all.stream().mapToDouble(Counts::events).toArray(),
                all.stream().mapToDouble(Counts::trials).toArray());
    }

    /** Squared standard error of the change between two windows. */
    static double variance(Counts both, Counts first, Counts second, BetaPrior prior, double phi) {
        double rate = prior.rate(both.events(), both.trials());
        return phi * rate * (1 - rate) * (1 / first.trials() + 1 / second.trials());
    }
}
