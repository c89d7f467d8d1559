package io.quartermaster.pipelines.cli;

import picocli.CommandLine.Option;

/** How a network is trained, whatever it learns. */
final class TrainingSettings {

    @Option(
            names = "--hidden",
            defaultValue = "128",
            description = "Units of the hidden layer or state (default: ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(names = "--epochs", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--learning-rate",
            defaultValue = "0.01",
            description =
                    "Default: ${DEFAULT-VALUE}; that of lstm falls along half a cosine, but for basic.")
    private double learningRate;

    @Option(
            names = "--optimizer",
            defaultValue = "adam",
            description = "adam, rmsprop, adagrad, momentum or sgd (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--validation",
            defaultValue = "0.2",
            description = "Share of the time, at its end, held out (default: ${DEFAULT-VALUE}).")
    private double validation;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    int hidden() {
        return hidden;
    }

    int epochs() {
        return epochs;
    }

    double learningRate() {
        return learningRate;
    }

    String optimizer() {
        return optimizer;
    }

    double validation() {
        return validation;
    }

    long seed() {
        return seed;
    }
}
