package io.quartermaster.domain.text;

/**
 * What a classifier learns from a text, and how.
 *
 * @param method linear or network
 * @param grams the pieces of a text that count
 * @param cost of linear: how much a text on the wrong side weighs, above 0
 * @param network size and training of network
 * @param validation share of the texts that is held out to set the confidence by, 0.01 to 0.5
 * @param seed of all that is left to chance
 */
public record ClassifierSettings(
        ClassifierMethod method,
        GramSettings grams,
        double cost,
        NetworkSettings network,
        double validation,
        long seed) {

    private static final double LEAST_VALIDATION = 0.01;
    private static final double MOST_VALIDATION = 0.5;

    /** Words, pairs of words and runs of 2 to 5 characters, judged by networks. */
    public static final ClassifierSettings STANDARD =
            new ClassifierSettings(
                    ClassifierMethod.NETWORK,
                    new GramSettings(2, 2, 5, 1),
                    1,
                    NetworkSettings.STANDARD,
                    0.1,
                    1);

    public ClassifierSettings {
        if (!(cost > 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException(
                    "The cost (%s) must be above 0.\nMaybe 1.".formatted(cost));
        }
        if (!(validation >= LEAST_VALIDATION && validation <= MOST_VALIDATION)) {
            throw new IllegalArgumentException(
                    "The share for validation (%s) is not %s to %s.\nMaybe 0.1."
                            .formatted(validation, LEAST_VALIDATION, MOST_VALIDATION));
        }
    }

    /** The same with another method. */
    public ClassifierSettings with(ClassifierMethod other) {
        return new ClassifierSettings(other, grams, cost, network, validation, seed);
    }

    /** The same with other pieces of text. */
    public ClassifierSettings with(GramSettings other) {
        return new ClassifierSettings(method, other, cost, network, validation, seed);
    }

    /** The same with other networks. */
    public ClassifierSettings with(NetworkSettings other) {
        return new ClassifierSettings(method, grams, cost, other, validation, seed);
    }

    /** The same with another seed. */
    public ClassifierSettings withSeed(long other) {
        return new ClassifierSettings(method, grams, cost, network, validation, other);
    }
}
