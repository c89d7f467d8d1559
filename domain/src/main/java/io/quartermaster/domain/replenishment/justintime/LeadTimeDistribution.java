package io.quartermaster.domain.replenishment.justintime;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * How long orders of one item from one supplier take, in whole days from the day of the order to
 * that of receipt: what was seen of the item, shrunk towards what was seen of all the supplier's
 * items, and that towards what was agreed.
 *
 * <pre>  p = (n own + k s) / (n + k),  s = (m pooled + k agreed) / (m + k)</pre>
 *
 * <p>where own and pooled are shares of deliveries by lead time, n and m the deliveries they are
 * worth (older ones count less), agreed has all its mass on the agreed days, and k is how many
 * deliveries the general is worth.
 *
 * @param item the item
 * @param supplier who delivers
 * @param eventDay last day known
 * @param own deliveries of the item that count, n
 * @param pooled deliveries of the supplier that count, m
 * @param agreedDays agreed lead time, days
 * @param probabilities of 0, 1, 2, … days; they sum to 1
 */
public record LeadTimeDistribution(
        String item,
        String supplier,
        LocalDate eventDay,
        double own,
        double pooled,
        int agreedDays,
        double[] probabilities) {

    /** Less than this is left of a probability by rounding only. */
    private static final double NOTHING = 1e-12;

    /**
     * From what was seen.
     *
     * @param own of the item
     * @param pooled of all the supplier's items, this one among them
     * @param agreedDays agreed lead time, 0 or more
     * @param rules how much the general is worth, and how fast the past fades
     */
    public static LeadTimeDistribution of(
            String item,
            String supplier,
            LocalDate day,
            LeadTimeCounts own,
            LeadTimeCounts pooled,
            int agreedDays,
            LeadTimeRules rules) {
        LeadTimeCounts mine = own.at(day.toEpochDay(), rules.halfLifeDays());
        LeadTimeCounts all = pooled.at(day.toEpochDay(), rules.halfLifeDays());
        int agreed = Math.min(agreedDays, LeadTimeCounts.LONGEST_DAYS);
        double[] prior = new double[agreed + 1];
        prior[agreed] = 1;
        double[] general = shrunk(all, prior, rules.priorDeliveries());
        return new LeadTimeDistribution(
                item,
                supplier,
                day,
                mine.total(),
                all.total(),
                agreed,
                shrunk(mine, general, rules.priorDeliveries()));
    }

    private static double[] shrunk(LeadTimeCounts seen, double[] prior, double strength) {
        double total = seen.total() + strength;
        double[] mixed =
                Arrays.copyOf(seen.weights(), Math.max(seen.weights().length, prior.length));
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (mixed[i] + (i < prior.length ? strength * prior[i] : 0)) / total;
        }
        return mixed;
    }

    /** Expected days. */
    public double mean() {
        double sum = 0;
        for (int days = 0; days < probabilities.length; days++) {
            sum += days * probabilities[days];
        }
        return sum;
    }

    /** Standard deviation, days. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (int days = 0; days < probabilities.length; days++) {
            sum += (days - mean) * (days - mean) * probabilities[days];
        }
        return Math.sqrt(sum);
    }

    /** The fewest days within which so large a share of orders arrives. */
    public int quantile(double share) {
        double sum = 0;
        for (int days = 0; days < probabilities.length; days++) {
            sum += probabilities[days];
            if (sum >= share - NOTHING) {
                return days;
            }
        }
        return probabilities.length - 1;
    }
}
