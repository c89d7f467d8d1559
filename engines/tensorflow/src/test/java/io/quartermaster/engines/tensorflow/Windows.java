package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.SplittableRandom;

/** Small models and weekly series for tests. */
final class Windows {

    private Windows() {}

    static SequenceModelOptions options(String loss, int epochs) {
        return new SequenceModelOptions(
                3,
                2,
                5,
                4,
                9,
                new double[] {0.1, 0.5, 0.9},
                loss,
                "adam",
                0.01,
                epochs,
                16,
                0.2,
                7);
    }

    /** Series with a weekly wave; known covariates are the wave's phase. */
    static SequenceTrainingSet weekly(SequenceModelOptions options, int windows) {
        SplittableRandom random = new SplittableRandom(11);
        float[][][] histories = new float[windows][options.encoderSteps()][options.inputs()];
        float[][] known = new float[windows][options.horizon() * options.knownInputs()];
        float[][] targets = new float[windows][options.horizon()];
        long[] ends = new long[windows];
        for (int w = 0; w < windows; w++) {
            ends[w] = w / 4;
            double level = 0.5 + random.nextDouble();
            for (int t = 0; t < options.encoderSteps(); t++) {
                long day = ends[w] - options.encoderSteps() + 1 + t;
                histories[w][t][0] = value(level, day, random);
                histories[w][t][1] = (float) Math.sin(2 * Math.PI * day / 7);
                histories[w][t][2] = (float) Math.cos(2 * Math.PI * day / 7);
            }
            for (int s = 0; s < options.horizon(); s++) {
                long day = ends[w] + 1 + s;
                targets[w][s] = value(level, day, random);
                known[w][2 * s] = (float) Math.sin(2 * Math.PI * day / 7);
                known[w][2 * s + 1] = (float) Math.cos(2 * Math.PI * day / 7);
            }
        }
        return new SequenceTrainingSet(histories, known, targets, ends);
    }

    private static float value(double level, long day, SplittableRandom random) {
        double wave = 1 + 0.6 * Math.sin(2 * Math.PI * day / 7);
        return (float) (level * wave * (0.9 + 0.2 * random.nextDouble()));
    }
}
