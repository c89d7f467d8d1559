package io.quartermaster.domain.text;

/**
 * Finds the temperature at which probabilities mean what they say: the one with the least negative
 * log-likelihood on texts that were held out (Guo, Pleiss, Sun and Weinberger 2017), by golden
 * section over its logarithm. As in Platt (1999), of n texts a share of 1 / (n + 2) is taken to
 * bear another label, so that few texts, all of them right, do not make a model certain.
 */
final class Temperature {

    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 100;
    private static final int STEPS = 40;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    private Temperature() {}

    /**
     * The best temperature.
     *
     * @param scores [texts][labels]
     * @param labels true ones
     * @return 1 without texts
     */
    static double of(float[][] scores, int[] labels) {
        if (scores.length == 0) {
            return 1;
        }
        double low = StrictMath.log(LOWEST);
        double high = StrictMath.log(HIGHEST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double lossLeft = loss(scores, labels, left);
        double lossRight = loss(scores, labels, right);
        for (int step = 0; step < STEPS; step++) {
            if (lossLeft <= lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - GOLDEN * (high - low);
                lossLeft = loss(scores, labels, left);
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + GOLDEN * (high - low);
                lossRight = loss(scores, labels, right);
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double loss(float[][] scores, int[] labels, double logTemperature) {
        double temperature = StrictMath.exp(logTemperature);
        double doubt = 1.0 / (scores.length + 2);
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double[] shares = Softmax.of(scores[i], temperature);
            for (int label = 0; label < shares.length; label++) {
                double target = label == labels[i] ? 1 - doubt : doubt / (shares.length - 1);
                loss -= target * StrictMath.log(Math.max(shares[label], Double.MIN_NORMAL));
            }
        }
        return loss;
    }
}
