package io.quartermaster.domain.brand;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of one candidate in the programme of a choice, all 0 or 1: whether it is taken on,
 * whether it is tried, and each of its items in either.
 *
 * @param candidate whose they are
 * @param onboard taken on
 * @param trial tried
 * @param items by item, taken on
 * @param trialItems by item, tried
 * @param values by item, what it is worth when taken on
 * @param rules what a trial is
 */
record PartnerColumns(
        PartnerCandidate candidate,
        int onboard,
        int trial,
        int[] items,
        int[] trialItems,
        double[] values,
        PartnerRules rules) {

    static PartnerColumns of(
            PartnerCandidate candidate, PartnerRules rules, IntegerProgramme.Builder builder) {
        int count = candidate.items().size();
        double[] values = new double[count];
        Arrays.setAll(values, i -> candidate.value(candidate.items().get(i), rules));
        boolean takes = rules.mayOnboard(candidate);
        boolean tries = rules.mayTry(candidate);
        int onboard = builder.column(candidate.onboardingCost(), 0, takes ? 1 : 0, true);
        int trial = builder.column(candidate.trialCost(), 0, tries ? 1 : 0, true);
        int[] items = new int[count];
        int[] trialItems = new int[count];
        for (int i = 0; i < count; i++) {
            items[i] = builder.column(-values[i], 0, takes ? 1 : 0, true);
            trialItems[i] = builder.column(-values[i] * rules.trialShare(), 0, tries ? 1 : 0, true);
        }
        return new PartnerColumns(candidate, onboard, trial, items, trialItems, values, rules);
    }

    /** The column that says whether it is in this mode. */
    int of(PartnerDecision.Verdict mode) {
        return mode == PartnerDecision.Verdict.ONBOARD ? onboard : trial;
    }

    /** Its items come with it, at least the least and in a trial at most the most. */
    void tie(IntegerProgramme.Builder builder, int columns) {
        double none = Double.NEGATIVE_INFINITY;
        double[] either = new double[columns];
        either[onboard] = 1;
        either[trial] = 1;
        builder.row(candidate.brand() + ": onboarding or trial", none, either, 1);
        double[] least = new double[columns];
        double[] most = new double[columns];
        double[] some = new double[columns];
        least[onboard] = candidate.leastItems();
        some[trial] = 1;
        most[trial] = -rules.trialItems();
        for (int i = 0; i < items.length; i++) {
            least[items[i]] = -1;
            some[trialItems[i]] = -1;
            most[trialItems[i]] = 1;
            comesWith(builder, columns, items[i], onboard);
            comesWith(builder, columns, trialItems[i], trial);
        }
        builder.row(candidate.brand() + ": least items", none, least, 0);
        builder.row(candidate.brand() + ": trial has an item", none, some, 0);
        builder.row(candidate.brand() + ": most items of a trial", none, most, 0);
    }

    private void comesWith(IntegerProgramme.Builder builder, int columns, int item, int mode) {
        double[] row = new double[columns];
        row[item] = 1;
        row[mode] = -1;
        builder.row(candidate.brand() + ": item", Double.NEGATIVE_INFINITY, row, 0);
    }

    /** The choice x with this candidate alone made anew: its best items in a mode. */
    double[] best(double[] x, PartnerDecision.Verdict mode) {
        double[] changed = x.clone();
        changed[onboard] = 0;
        changed[trial] = 0;
        for (int i = 0; i < items.length; i++) {
            changed[items[i]] = 0;
            changed[trialItems[i]] = 0;
        }
        boolean takes = mode == PartnerDecision.Verdict.ONBOARD;
        changed[of(mode)] = 1;
        List<Integer> ranked = ranked();
        int least = takes ? candidate.leastItems() : 1;
        int most = takes ? items.length : Math.min(items.length, rules.trialItems());
        for (int rank = 0; rank < most; rank++) {
            int item = ranked.get(rank);
            if (rank < least || values[item] > 0) {
                changed[takes ? items[item] : trialItems[item]] = 1;
            }
        }
        return changed;
    }

    private List<Integer> ranked() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .toList();
    }
}
