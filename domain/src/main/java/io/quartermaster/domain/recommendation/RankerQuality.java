package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.risk.AreaUnderCurve;

/**
 * How well scores tell what came of candidates.
 *
 * @param rows how many candidates
 * @param squaredError mean of (score - label) squared; of chances the Brier score (1950)
 * @param logLoss mean of -log of the chance given to what came, chances kept within 0.001 and
 *     0.999; NaN unless all labels are 0 or 1
 * @param areaUnderCurve chance that one that came is above one that did not; NaN unless there are
 *     both
 */
public record RankerQuality(int rows, double squaredError, double logLoss, double areaUnderCurve) {

    private static final double LEAST_CHANCE = 0.001;

    /** Of scores, one for each label. */
    public static RankerQuality of(float[] scores, float[] labels) {
        double squares = 0;
        double logs = 0;
        boolean isOutcome = true;
        double[] doubles = new double[labels.length];
        boolean[] came = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            doubles[i] = scores[i];
            came[i] = labels[i] == 1;
            isOutcome &= labels[i] == 0 || labels[i] == 1;
            squares += (doubles[i] - labels[i]) * (doubles[i] - labels[i]);
            double chance = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, scores[i]));
            logs -= StrictMath.log(came[i] ? chance : 1 - chance);
        }
        return new RankerQuality(
                labels.length,
                squares / labels.length,
                isOutcome ? logs / labels.length : Double.NaN,
                isOutcome ? AreaUnderCurve.of(doubles, came) : Double.NaN);
    }
}
