package io.quartermaster.domain.satisfaction;

/**
 * Indicators of one group, for example a category, at one time.
 *
 * @param group its name
 * @param share how much of the whole it is, 0 or more; shares are divided by their sum
 * @param indicators S_i, NaN where missing
 */
public record GroupScore(String group, double share, double[] indicators) {

    public GroupScore {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException(
                    "The share (%s) of group (%s) must be 0 or more.\nMaybe its number of orders."
                            .formatted(share, group));
        }
    }

    boolean hasScore(double[] weights) {
        return share > 0 && known(weights) > 0;
    }

    /** Sum of the weights of what is not missing. */
    double known(double[] weights) {
        double known = 0;
        for (int i = 0; i < weights.length; i++) {
            known += Double.isNaN(indicators[i]) ? 0 : weights[i];
        }
        return known;
    }
}
