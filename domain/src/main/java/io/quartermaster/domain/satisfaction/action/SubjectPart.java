package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.util.Map;

/**
 * What one subject has to do with the bad rate of an entity. Its rate q is drawn towards the rate m
 * of the same subject with the other entities (of all subjects where they hardly have it). It could
 * be at r = min(m, its own rate before, drawn likewise); what is too much are e = max(0, n (q - r))
 * bad events.
 *
 * @param subject the item, place, term or kind of complaint
 * @param now its counts
 * @param rate q
 * @param reference r
 */
record SubjectPart(Subject subject, Counts now, double rate, double reference) {

    /**
     * Of one subject of one entity.
     *
     * @param before windows of all entities
     * @param now likewise
     * @param strength of the prior of the indicator, trials
     */
    static SubjectPart of(
            SatisfactionIndicator indicator,
            Subject subject,
            String entity,
            Map<String, EvidenceWindow> before,
            Map<String, EvidenceWindow> now,
            double strength,
            double leastTrials) {
        Counts peers = Counts.NONE;
        Counts all = Counts.NONE;
        for (Map.Entry<String, EvidenceWindow> other : now.entrySet()) {
            if (!other.getKey().equals(entity)) {
                peers = peers.plus(other.getValue().counts(indicator, subject));
                all = all.plus(other.getValue().counts(indicator));
            }
        }
        Counts whole = now.get(entity).counts(indicator);
        Counts known = peers.trials() >= leastTrials ? peers : all;
        double usual = known.trials() > 0 ? known.rate() : whole.rate();
        BetaPrior prior = new BetaPrior(Math.min(1, Math.max(0, usual)), strength);
        Counts counts = now.get(entity).counts(indicator, subject);
        EvidenceWindow past = before.getOrDefault(entity, EvidenceWindow.empty());
        Counts earlier = past.counts(indicator, subject);
        double own = prior.rate(earlier.events(), earlier.trials());
        double least = Double.isNaN(own) ? usual : Math.min(usual, own);
        double rate = prior.rate(counts.events(), counts.trials());
        return new SubjectPart(subject, counts, Double.isNaN(rate) ? usual : rate, least);
    }

    /** Bad events that are too many. */
    double excess() {
        return Math.max(0, now.trials() * (rate - reference));
    }

    /**
     * Bad rate of the entity after the action: (X - e) / N; of an item that is delisted, (X - n q)
     * / (N - n), and r where nothing else is left.
     *
     * @param whole X and N of the entity now
     */
    double expected(Counts whole, ActionKind action) {
        if (action != ActionKind.DELIST_ITEM) {
            return clip((whole.events() - excess()) / whole.trials());
        }
        double left = whole.trials() - now.trials();
        return left <= 0 ? reference : clip((whole.events() - now.trials() * rate) / left);
    }

    private static double clip(double rate) {
        return Math.max(0, Math.min(1, rate));
    }
}
