package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.live.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders the candidates of a list by the chance that a trained ranker gives them, all of one list
 * in one call; so what a list is depends on nothing else that is asked at the time.
 */
final class ModelOrder {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.<Candidate>comparingDouble(candidate -> -candidate.chance())
                    .thenComparing(Candidate::item);

    private final Ranker ranker;
    private final int horizonDays;
    private final int[] asked;

    ModelOrder(Ranker ranker, int horizonDays) {
        this.ranker = ranker;
        this.horizonDays = horizonDays;
        List<String> labels = RankerFeature.labels();
        this.asked = ranker.features().stream().mapToInt(labels::indexOf).toArray();
    }

    /** Best first, each with its chance; ties by item. */
    List<Candidate> of(List<Candidate> candidates, Candidates parts, CandidateFeatures features) {
        float[][] rows = new float[candidates.size()][asked.length];
        for (int row = 0; row < rows.length; row++) {
            Candidate one = candidates.get(row);
            float[] all = features.of(one.item(), parts.features(one), one.score(), horizonDays);
            for (int i = 0; i < asked.length; i++) {
                rows[row][i] = all[asked[i]];
            }
        }
        float[] chances = ranker.score(rows);
        List<Candidate> ordered = new ArrayList<>();
        for (int row = 0; row < chances.length; row++) {
            ordered.add(candidates.get(row).with(chances[row]));
        }
        ordered.sort(BEST_FIRST);
        return ordered;
    }
}
