package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(ClassifierMethod.class)
    void readsWhatItWrote(ClassifierMethod method) throws IOException {
        TextClassifier classifier = Toys.trained(method).classifier();
        ClassifierFile.write(classifier, folder);

        TextClassifier read = ClassifierFile.read(folder);

        assertThat(read.labels()).isEqualTo(classifier.labels());
        assertThat(read.probabilities("refund my parcel"))
                .isEqualTo(classifier.probabilities("refund my parcel"));
        assertThat(read.classify("退款")).isEqualTo(classifier.classify("退款"));
    }

    @Test
    void writesTheSameBytesForTheSameTextsAndSeed() throws IOException {
        ClassifierFile.write(Toys.trained(ClassifierMethod.NETWORK).classifier(), folder);
        byte[] once = Files.readAllBytes(file());
        ClassifierFile.write(Toys.trained(ClassifierMethod.NETWORK).classifier(), folder);
        assertThat(Files.readAllBytes(file())).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(ClassifierMethod.class)
    void refusesAFileWithAnyByteChanged(ClassifierMethod method) throws IOException {
        ClassifierFile.write(Toys.trained(method).classifier(), folder);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at += 1 + at / 50) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x41;
            Files.write(file(), changed);
            assertThatThrownBy(() -> ClassifierFile.read(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\nMaybe ");
        }
    }

    @Test
    void refusesAFileThatIsCutOrGoesOn() throws IOException {
        ClassifierFile.write(Toys.trained(ClassifierMethod.LINEAR).classifier(), folder);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> ClassifierFile.read(folder))
                .hasMessageStartingWith("The classifier (%s) is damaged. ".formatted(file()));
        Files.write(file(), Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> ClassifierFile.read(folder))
                .hasMessage(
                        "The classifier (%s) is damaged. Its checksum differs.\nMaybe copy it again, or train it again."
                                .formatted(file()));
    }

    @Test
    void refusesWhatIsNoClassifier() throws IOException {
        assertThatThrownBy(() -> ClassifierFile.read(folder))
                .hasMessage(
                        "The folder (%s) holds no classifier (classifier.bin).\nMaybe name the folder that train classifier wrote."
                                .formatted(folder));
        Files.writeString(file(), "PK");
        assertThatThrownBy(() -> ClassifierFile.read(folder))
                .hasMessageStartingWith("The file (%s) is not a classifier.".formatted(file()));
        Files.write(file(), new byte[] {'Q', 'M', 'C', 'L', 'A', 'S', 'S', 'Y', 0, 0, 0, 9});
        assertThatThrownBy(() -> ClassifierFile.read(folder))
                .hasMessage(
                        "The classifier (%s) is of version 9, this program reads version 1.\nMaybe train it again."
                                .formatted(file()));
    }

    private Path file() {
        return folder.resolve(ClassifierFile.NAME);
    }
}
