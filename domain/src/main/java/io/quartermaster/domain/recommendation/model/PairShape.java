package io.quartermaster.domain.recommendation.model;

/**
 * What a pair of events of one user counts, by how many steps the second lies after the first.
 *
 * @param after what the second counts 1, 2, 3 … steps later; beyond the end nothing
 * @param before the same for a second that lies earlier
 * @param same what it counts at the same time
 * @param userExponent g: each pair is divided by n^g, n being the events of its user, so that who
 *     has everything says less
 */
record PairShape(double[] after, double[] before, double same, double userExponent) {

    /** Steps beyond which events say nothing of each other. */
    static final int FAR = 64;

    /** All pairs alike: co-occurrence. */
    static PairShape together(double userExponent) {
        return new PairShape(null, null, 1, userExponent);
    }

    /** What follows, 1 / distance^fall: transitions. */
    static PairShape following(double fall) {
        return new PairShape(fading(fall, 1), new double[0], 1, 0);
    }

    /** What lies near on either side, what went before counting backward times as much. */
    static PairShape near(double fall, double backward) {
        return new PairShape(fading(fall, 1), fading(fall, backward), 1, 0);
    }

    /**
     * What two events say together of all that comes later, where each says (steps)^-fall: the sums
     * over s of (s + 1)^-fall (s + 1 + distance)^-fall, over that at distance 0. The Gram matrix of
     * histories that fade and end after some steps.
     */
    static PairShape overlap(double fall) {
        double[] weights = new double[FAR];
        double whole = overlap(fall, 0);
        for (int i = 0; i < FAR; i++) {
            weights[i] = overlap(fall, i + 1) / whole;
        }
        return new PairShape(weights, weights, 1, 0);
    }

    private static double overlap(double fall, int distance) {
        double sum = 0;
        for (int s = 1; s + distance <= FAR; s++) {
            sum += Math.pow(s, -fall) * Math.pow(s + distance, -fall);
        }
        return sum;
    }

    private static double[] fading(double fall, double factor) {
        double[] weights = new double[FAR];
        for (int i = 0; i < FAR; i++) {
            weights[i] = factor * Math.pow(i + 1, -fall);
        }
        return weights;
    }

    @Override
    public String toString() {
        return isTogether()
                ? "together, users by n^-" + userExponent
                : "after " + said(after) + ", before " + said(before);
    }

    private static String said(double[] weights) {
        return weights.length < 2
                ? "nothing"
                : String.format(java.util.Locale.ROOT, "%.2f, %.2f …", weights[0], weights[1]);
    }

    int reachBefore() {
        return before.length;
    }

    boolean isTogether() {
        return after == null;
    }

    double of(int steps) {
        if (isTogether() || steps == 0) {
            return same;
        }
        double[] weights = steps > 0 ? after : before;
        int at = Math.abs(steps) - 1;
        return at < weights.length ? weights[at] : 0;
    }
}
