package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingReport;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A stand-in whose state is the newest input, and whose forecast repeats it at every step. */
public final class DoubledEngine implements SequenceModelEngine {

    static final int HORIZON = 3;
    static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return "doubled";
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(name(), "1", "cpu");
    }

    @Override
    public TrainingReport train(
            SequenceTrainingSet data,
            SequenceModelOptions options,
            Path folder,
            Consumer<EpochLoss> progress) {
        throw new UnsupportedOperationException("It needs no training.");
    }

    @Override
    public SequenceModel load(Path folder) {
        return new Model();
    }

    @Override
    public SequenceTrainer trainer(Path folder) {
        throw new UnsupportedOperationException("It needs no training.");
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    private static final class Model implements SequenceModel {

        @Override
        public SequenceModelOptions options() {
            return new SequenceModelOptions(
                    new SequenceShape(
                            DemandFeatures.NAME,
                            DemandFeatures.INPUTS,
                            DemandFeatures.KNOWN,
                            DemandFeatures.SERIES,
                            1,
                            1,
                            true,
                            HORIZON,
                            DemandFeatures.ENCODER_DAYS,
                            new double[] {0.1, 0.5, 0.9}),
                    new SequenceTraining("pinball", "adam", 0.01, true, 1, 1, 0, 1, 0, 1));
        }

        @Override
        public String version() {
            return "doubled-1";
        }

        @Override
        public float[][] encode(float[][][] inputs) {
            USE.called(inputs.length);
            float[][] states = new float[inputs.length][];
            for (int i = 0; i < states.length; i++) {
                states[i] = new float[] {inputs[i][inputs[i].length - 1][0], 0};
            }
            return states;
        }

        @Override
        public float[][] advance(float[][] inputs, float[][] states) {
            USE.called(inputs.length);
            float[][] next = new float[inputs.length][];
            for (int i = 0; i < next.length; i++) {
                next[i] = new float[] {inputs[i][0], states[i][0]};
            }
            return next;
        }

        @Override
        public float[][] decode(float[][] states, float[][] known) {
            USE.called(states.length);
            float[][] decoded = new float[states.length][];
            for (int i = 0; i < decoded.length; i++) {
                float newest = states[i][0];
                decoded[i] = new float[4 * HORIZON];
                for (int step = 0; step < HORIZON; step++) {
                    decoded[i][4 * step] = newest;
                    decoded[i][4 * step + 1] = newest / 2;
                    decoded[i][4 * step + 2] = newest;
                    decoded[i][4 * step + 3] = newest * 2;
                }
            }
            return decoded;
        }

        @Override
        public Advanced advanceAndDecode(float[][] inputs, float[][] states, float[][] known) {
            float[][] next = advance(inputs, states);
            return new Advanced(next, decode(next, known));
        }

        @Override
        public void assign(float[] weights) {
            throw new UnsupportedOperationException("It has no weights.");
        }

        @Override
        public void close() {}
    }
}
