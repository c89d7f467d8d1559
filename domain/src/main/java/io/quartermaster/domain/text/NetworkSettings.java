package io.quartermaster.domain.text;

/**
 * Size and training of networks over the terms of texts.
 *
 * @param hidden units of the one hidden layer
 * @param members networks that learn from seeds of their own and are averaged
 * @param epochs times that each sees every text
 * @param learningRate of Adam at the start, above 0; it falls to 0 along half a cosine
 * @param inputDrop share of a text's terms left out by chance at each look, 0 to below 1
 * @param hiddenDrop share of the hidden units left out by chance, 0 to below 1
 * @param batch texts of a step
 */
public record NetworkSettings(
        int hidden,
        int members,
        int epochs,
        double learningRate,
        double inputDrop,
        double hiddenDrop,
        int batch) {

    /** What suits some thousands of short texts with tens of labels. */
    public static final NetworkSettings STANDARD =
            new NetworkSettings(256, 3, 20, 0.002, 0.4, 0.5, 64);

    public NetworkSettings {
        atLeastOne("hidden", hidden);
        atLeastOne("members", members);
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException(
                    "The learning rate (%s) is not above 0.\nMaybe 0.002.".formatted(learningRate));
        }
        share("inputDrop", inputDrop);
        share("hiddenDrop", hiddenDrop);
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The %s (%d) is below 1.\nMaybe leave it out.".formatted(what, value));
        }
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 0 to below 1.\nMaybe 0.4.".formatted(what, value));
        }
    }
}
