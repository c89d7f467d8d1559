package io.quartermaster.domain.satisfaction.action;

import java.util.ArrayList;
import java.util.List;

/**
 * Difference in differences: the change of one that acted less the mean change of peers that did
 * not. The interval is effect +- t sqrt(v + tau^2 + se^2), with v the sampling variance of its own
 * change, tau^2 how much peers' changes truly differ and se the error of their mean ({@link
 * PeerChange}); t of Student's distribution, as few groups ask for (Donald and Lang 2007), with
 * (peers - 1) ((v + tau^2 + se^2) / (tau^2 + se^2))^2 degrees of freedom, since only the last two
 * are learnt from peers (Satterthwaite 1946). Before and after are one window each, so that weeks
 * that go together are not taken for more evidence than they are (Bertrand, Duflo and Mullainathan
 * 2004).
 *
 * @param peersChange mean change of the peers
 * @param effect own change - that
 * @param low end of the interval
 * @param high end of the interval
 * @param placeboP share of all, the one that acted among them, that are off by as much or more from
 *     the mean of the (other) peers (Abadie, Diamond and Hainmueller 2010)
 */
record Difference(double peersChange, double effect, double low, double high, double placeboP) {

    /** Chance with which the interval covers. */
    static final double COVERS = 0.95;

    private static final double ROUNDING = 1e-12;
    private static final double MOST_FREEDOM = 1000;

    /** One change and its squared standard error. */
    record Change(double amount, double variance) {}

    /** Of one and its peers, {@value PeerChange#LEAST} or more. */
    static Difference of(Change own, List<Change> peers) {
        PeerChange all = of(peers);
        double effect = own.amount - all.mean();
        double error = Math.sqrt(own.variance + all.spread() + all.meanVariance());
        double half = StudentT.quantile(COVERS, freedom(own, all)) * error;
        int asFar = 1;
        for (int i = 0; i < peers.size(); i++) {
            List<Change> others = new ArrayList<>(peers);
            Change placebo = others.remove(i);
            double off = placebo.amount - of(others).mean();
            asFar += Math.abs(off) >= Math.abs(effect) - ROUNDING ? 1 : 0;
        }
        return new Difference(
                all.mean(),
                effect,
                effect - half,
                effect + half,
                (double) asFar / (peers.size() + 1));
    }

    /** What peers tell has peers - 1 degrees of freedom, sampling errors are known. */
    private static int freedom(Change own, PeerChange peers) {
        double learnt = peers.spread() + peers.meanVariance();
        double share = (own.variance + learnt) / learnt;
        return (int) Math.min(MOST_FREEDOM, (peers.entities() - 1) * share * share);
    }

    private static PeerChange of(List<Change> changes) {
        return PeerChange.of(
                changes.stream().mapToDouble(Change::amount).toArray(),
                changes.stream().mapToDouble(Change::variance).toArray());
    }
}
