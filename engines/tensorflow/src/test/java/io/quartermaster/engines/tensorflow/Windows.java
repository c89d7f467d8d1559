package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Small models and weekly series for tests. */
final class Windows {

    private Windows() {}

    static SequenceModelOptions options(String loss, int epochs) {
        return new SequenceModelOptions(shape(1, 0), training(loss, epochs, 7));
    }

    static SequenceShape shape(int layers, int statics) {
        return new SequenceShape(
                "test-1", 3, 2, statics, 5, layers, true, 4, 9, new double[] {0.1, 0.5, 0.9});
    }

    /** The last step to one output. */
    static SequenceShape linear() {
        return new SequenceShape("test-1", 3, 0, 0, 5, 1, false, 1, 9, new double[0]);
    }

    static SequenceTraining training(String loss, int epochs, long seed) {
        return new SequenceTraining(loss, "adam", 0.01, true, 1, epochs, 0, 16, 0.2, seed);
    }

    /** Series with a weekly wave; known covariates are the wave's phase. */
    static SequenceTrainingSet weekly(SequenceModelOptions options, int windows) {
        SplittableRandom random = new SplittableRandom(11);
        float[][][] histories = new float[windows][options.encoderSteps()][options.inputs()];
        float[][] known = new float[windows][options.shape().aheadSize()];
        float[][] targets = new float[windows][options.horizon()];
        long[] ends = new long[windows];
        for (int w = 0; w < windows; w++) {
            ends[w] = w / 4;
            double level = 0.5 + random.nextDouble();
            for (int t = 0; t < options.encoderSteps(); t++) {
                long day = ends[w] - options.encoderSteps() + 1 + t;
                histories[w][t][0] = value(level, day, random);
                phase(day, histories[w][t], 1, options.inputs());
            }
            for (int s = 0; s < options.horizon(); s++) {
                long day = ends[w] + 1 + s;
                targets[w][s] = value(level, day, random);
                phase(day, known[w], 2 * s, 2 * s + options.knownInputs());
            }
            for (int k = 0; k < options.shape().staticInputs(); k++) {
                known[w][options.horizon() * options.knownInputs() + k] =
                        (float) random.nextDouble(-1, 1);
            }
        }
        return new SequenceTrainingSet(histories, known, targets, ends);
    }

    /** The same with only the last steps of every history: 1, 2, 3 and so on, then all again. */
    static SequenceTrainingSet ragged(SequenceTrainingSet data) {
        float[][][] histories = data.histories().clone();
        for (int w = 0; w < histories.length; w++) {
            int steps = histories[w].length;
            histories[w] = Arrays.copyOfRange(histories[w], steps - 1 - w % steps, steps);
        }
        return new SequenceTrainingSet(histories, data.known(), data.targets(), data.endDays());
    }

    private static void phase(long day, float[] into, int from, int to) {
        for (int at = from; at < Math.min(from + 2, to); at++) {
            double angle = 2 * Math.PI * day / 7;
            into[at] = (float) (at == from ? Math.sin(angle) : Math.cos(angle));
        }
    }

    private static float value(double level, long day, SplittableRandom random) {
        double wave = 1 + 0.6 * Math.sin(2 * Math.PI * day / 7);
        return (float) (level * wave * (0.9 + 0.2 * random.nextDouble()));
    }
}
