package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class TensorflowEngineTest {

    private final TensorflowEngine engine = new TensorflowEngine();

    @TempDir Path folder;

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(SequenceModelEngine.class))
                .hasAtLeastOneElementOfType(TensorflowEngine.class);
    }

    @Test
    void saysWhichVersionComputesWhere() {
        assertThat(engine.probe().available()).isTrue();
        assertThat(engine.probe().version()).isEqualTo("2.16.1");
        assertThat(engine.probe().device()).isEqualTo("cpu");
    }

    @Test
    void supportsNoOtherPlatform() {
        assertThat(TensorflowLibrary.isSupported("Linux", "amd64")).isTrue();
        assertThat(TensorflowLibrary.isSupported("Linux", "aarch64")).isFalse();
        assertThat(TensorflowLibrary.isSupported("Mac OS X", "x86_64")).isFalse();
    }

    /** An unclosed array would cost 140 KB a call: 280 MB here. */
    @Test
    void callsLeaveNoMemoryBehind() throws IOException {
        SequenceModelOptions options = Windows.options("pinball", 1);
        SequenceTrainingSet data = Windows.weekly(options, 64);
        engine.train(data, options, folder, loss -> {});
        try (SequenceModel model = engine.load(folder)) {
            call(model, data, 300);
            long before = residentKilobytes();
            long calls = engine.use().calls();
            call(model, data, 2000);
            assertThat(engine.use().calls()).isEqualTo(calls + 4000);
            assertThat(residentKilobytes() - before).isLessThan(60_000);
        }
    }

    private static void call(SequenceModel model, SequenceTrainingSet data, int times) {
        for (int i = 0; i < times; i++) {
            model.decode(model.encode(data.histories()), data.known());
        }
    }

    private static long residentKilobytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IllegalStateException("/proc/self/status has no VmRSS");
    }

    @Test
    void refusesAFolderWithoutAModel() {
        assertThatThrownBy(() -> engine.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The folder (%s) holds no model.\nMaybe train one: train lstm --output %s"
                                .formatted(folder, folder));
    }

    @Test
    void refusesAModelOfAnotherForm() throws IOException {
        Files.writeString(folder.resolve("saved_model.pb"), "");
        Files.writeString(folder.resolve("model.properties"), "form=lstm-1\n");
        assertThatThrownBy(() -> engine.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the form (lstm-1), this version reads lstm-4");
    }
}
