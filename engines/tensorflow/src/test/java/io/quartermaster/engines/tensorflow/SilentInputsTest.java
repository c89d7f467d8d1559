package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class SilentInputsTest {

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir Path folder;

    /** What was hidden in training, or never seen, changes no forecast. */
    @Test
    void anInputThatWasAlwaysZeroHasNoWeight() {
        SequenceModelOptions options =
                new SequenceModelOptions(Windows.shape(1, 2), Windows.training("pinball", 3, 7));
        SequenceTrainingSet data = Windows.weekly(options, 80);
        for (int w = 0; w < 80; w++) {
            for (float[] step : data.histories()[w]) {
                step[2] = 0;
            }
            for (int s = 0; s < options.horizon(); s++) {
                data.known()[w][2 * s + 1] = 0;
            }
            data.known()[w][9] = 0;
        }
        engine.train(data, options, folder, loss -> {});
        try (SequenceModel model = engine.load(folder)) {
            float[][] hidden = model.decode(model.encode(data.histories()), data.known());
            for (int w = 0; w < 80; w++) {
                for (float[] step : data.histories()[w]) {
                    step[2] = 5;
                }
                data.known()[w][1] = -3;
                data.known()[w][9] = 7;
            }
            assertThat(model.decode(model.encode(data.histories()), data.known()))
                    .isDeepEqualTo(hidden);
            data.known()[0][8] += 1;
            assertThat(model.decode(model.encode(data.histories()), data.known())[0])
                    .isNotEqualTo(hidden[0]);
        }
    }
}
