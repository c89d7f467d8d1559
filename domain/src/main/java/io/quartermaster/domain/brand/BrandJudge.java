package io.quartermaster.domain.brand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Judges all brands of one day: score = sum of weight times rating. A rating blends live figures
 * and experts' judgements by evidence, e live + (1 - e) judged, e = n / (n + n0) (see {@link
 * LiveRatings} for n), the live ones on the {@link RatingScale} of the day's brands; where nobody
 * judged, 0.5 stands for the judgement.
 */
public final class BrandJudge {

    private static final double UNJUDGED = 0.5;
    private static final double UNMOVED = 0.0005;

    private final BrandRules rules;

    public BrandJudge(BrandRules rules) {
        this.rules = rules;
    }

    /** Scores with positions, best first; ties by name. */
    public List<BrandScore> judge(
            LocalDate day, List<BrandDossier> dossiers, CriteriaWeights weights) {
        Market market = new Market(rules, day, dossiers);
        List<LiveRatings> live = new ArrayList<>();
        for (BrandDossier dossier : dossiers) {
            live.add(LiveRatings.of(dossier, market));
        }
        List<RatingScale> scales = scales(live);
        List<BrandScore> scores = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            scores.add(score(day, dossiers.get(i), live.get(i), scales, weights));
        }
        scores.sort(
                Comparator.comparingDouble(BrandScore::score)
                        .reversed()
                        .thenComparing(BrandScore::brand));
        for (int i = 0; i < scores.size(); i++) {
            scores.set(i, scores.get(i).at(i + 1));
        }
        return scores;
    }

    private List<RatingScale> scales(List<LiveRatings> market) {
        List<RatingScale> scales = new ArrayList<>();
        for (BrandCriterion criterion : BrandCriterion.values()) {
            scales.add(RatingScale.of(criterion, market, rules.priorEvidence()));
        }
        return scales;
    }

    private BrandScore score(
            LocalDate day,
            BrandDossier dossier,
            LiveRatings live,
            List<RatingScale> scales,
            CriteriaWeights weights) {
        int criteria = BrandCriterion.values().length;
        double[] parts = new double[criteria];
        double[] ratings = new double[criteria];
        double[] evidence = new double[criteria];
        double score = 0;
        for (BrandCriterion criterion : BrandCriterion.values()) {
            int i = criterion.index();
            double judged = dossier.expertRating(criterion);
            double otherwise = Double.isNaN(judged) ? UNJUDGED : judged;
            double share = live.evidence(criterion, rules.priorEvidence());
            double measured = scales.get(i).rating(live.rating(criterion));
            evidence[i] = share;
            ratings[i] = share == 0 ? otherwise : share * measured + (1 - share) * otherwise;
            parts[i] = weights.weights()[i] * ratings[i];
            score += parts[i];
        }
        return new BrandScore(
                dossier.brand(),
                day,
                score,
                0,
                "",
                dossier.stageOrImplied(),
                parts,
                ratings,
                evidence,
                weights.consistencyRatio(),
                reason(dossier, parts, ratings));
    }

    private static String reason(BrandDossier dossier, double[] parts, double[] ratings) {
        double[] before = dossier.lastParts();
        int most = 0;
        for (int i = 1; i < parts.length; i++) {
            if (moved(parts, before, i) > moved(parts, before, most)) {
                most = i;
            }
        }
        String name = BrandCriterion.values()[most].label().replace('_', ' ');
        if (before == null) {
            return String.format(
                    Locale.ROOT, "first score; %s gives most, %.3f", name, parts[most]);
        }
        if (moved(parts, before, most) < UNMOVED) {
            return "unchanged";
        }
        return String.format(
                Locale.ROOT,
                "%s moved it by %+.3f, rating %.2f to %.2f",
                name,
                parts[most] - before[most],
                dossier.lastRatings()[most],
                ratings[most]);
    }

    private static double moved(double[] parts, double[] before, int i) {
        return before == null ? parts[i] : Math.abs(parts[i] - before[i]);
    }
}
