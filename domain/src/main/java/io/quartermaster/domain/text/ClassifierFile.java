package io.quartermaster.domain.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A classifier in one file, big-endian: eight bytes {@code QMCLASSY}, the version of the form, the
 * classifier (see {@link ClassifierBytes}), and the CRC-32 of all before it. It holds no word of
 * any text, only labels, hashes and weights.
 */
public final class ClassifierFile {

    /** Name of the file within a model's folder. */
    public static final String NAME = "classifier.bin";

    private static final byte[] MAGIC = {'Q', 'M', 'C', 'L', 'A', 'S', 'S', 'Y'};
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;

    private ClassifierFile() {}

    /** Writes a classifier into a folder. */
    public static void write(TextClassifier classifier, Path folder) throws IOException {
        CRC32 sum = new CRC32();
        try (OutputStream file = Files.newOutputStream(folder.resolve(NAME));
                DataOutputStream out =
                        new DataOutputStream(
                                new CheckedOutputStream(
                                        new BufferedOutputStream(file, BUFFER), sum))) {
            out.write(MAGIC);
            out.writeInt(VERSION);
            ClassifierBytes.write(classifier, out);
            out.writeLong(sum.getValue());
        }
    }

    /**
     * Reads the classifier of a folder.
     *
     * @throws IllegalArgumentException when there is none, or it is foreign, damaged or of another
     *     version
     */
    public static TextClassifier read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no classifier (%s).\nMaybe name the folder that train classifier wrote."
                            .formatted(folder, NAME));
        }
        CRC32 sum = new CRC32();
        try (InputStream stream = Files.newInputStream(file);
                DataInputStream in =
                        new DataInputStream(
                                new CheckedInputStream(
                                        new BufferedInputStream(stream, BUFFER), sum))) {
            checkHead(in, file);
            return body(in, file, sum);
        }
    }

    private static TextClassifier body(DataInputStream in, Path file, CRC32 sum)
            throws IOException {
        try {
            TextClassifier classifier = ClassifierBytes.read(in, Files.size(file));
            long expected = sum.getValue();
            if (in.readLong() != expected || in.read() >= 0) {
                throw new IllegalArgumentException("Its checksum differs.");
            }
            return classifier;
        } catch (EOFException e) {
            throw damaged(file, "It ends too early.", e);
        } catch (UTFDataFormatException e) {
            throw damaged(file, "A name in it cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw damaged(file, e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    private static void checkHead(DataInputStream in, Path file) throws IOException {
        byte[] head = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(head, MAGIC)) {
            throw new IllegalArgumentException(
                    "The file (%s) is not a classifier.\nMaybe name the folder that train classifier wrote."
                            .formatted(file));
        }
        int version = ByteBuffer.wrap(Arrays.copyOf(in.readNBytes(4), 4)).getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The classifier (%s) is of version %d, this program reads version %d.\nMaybe train it again."
                            .formatted(file, version, VERSION));
        }
    }

    private static IllegalArgumentException damaged(Path file, String why, Exception cause) {
        return new IllegalArgumentException(
                "The classifier (%s) is damaged. %s\nMaybe copy it again, or train it again."
                        .formatted(file, why),
                cause);
    }
}
