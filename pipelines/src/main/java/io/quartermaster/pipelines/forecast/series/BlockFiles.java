package io.quartermaster.pipelines.forecast.series;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Blocks on disk, in one file of text and one of entries for each subtask, read in the order of
 * their ids whatever subtask wrote them: memory holds the entries alone.
 */
public final class BlockFiles {

    private static final String TEXT = "%s/part-%d.text";
    private static final String ENTRIES = "%s/part-%d.entries";

    /**
     * Where a block lies.
     *
     * @param part subtask that wrote it
     * @param from first byte
     * @param length in bytes
     */
    record Entry(String id, int part, long from, int length, String[] models, String[] said) {}

    /** What one subtask writes. */
    static final class Part implements Closeable {

        private final DataOutputStream text;
        private final DataOutputStream entries;
        private long at;

        private Part(String folder, int number) throws IOException {
            this.text = open(Path.of(TEXT.formatted(folder, number)));
            this.entries = open(Path.of(ENTRIES.formatted(folder, number)));
        }

        private static DataOutputStream open(Path file) throws IOException {
            return new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        }

        void write(SeriesBlock block) throws IOException {
            byte[] bytes = block.text().getBytes(StandardCharsets.UTF_8);
            text.write(bytes);
            entries.writeUTF(block.id());
            entries.writeLong(at);
            entries.writeInt(bytes.length);
            write(block.models());
            write(block.said());
            at += bytes.length;
        }

        private void write(String[] words) throws IOException {
            entries.writeInt(words.length);
            for (String word : words) {
                entries.writeUTF(word);
            }
        }

        void flush() throws IOException {
            text.flush();
            entries.flush();
        }

        @Override
        public void close() throws IOException {
            text.close();
            entries.close();
        }
    }

    private final String folder;
    private final List<Entry> entries = new ArrayList<>();

    private BlockFiles(String folder) {
        this.folder = folder;
    }

    static Part part(String folder, int number) throws IOException {
        return new Part(folder, number);
    }

    /** Those that subtasks wrote into a folder. */
    static BlockFiles read(String folder) throws IOException {
        BlockFiles files = new BlockFiles(folder);
        for (int part = 0; Files.exists(Path.of(ENTRIES.formatted(folder, part))); part++) {
            files.read(part);
        }
        files.entries.sort(Comparator.comparing(Entry::id));
        return files;
    }

    private void read(int part) throws IOException {
        try (DataInputStream in =
                new DataInputStream(
                        Files.newInputStream(Path.of(ENTRIES.formatted(folder, part))))) {
            while (true) {
                entries.add(
                        new Entry(
                                in.readUTF(),
                                part,
                                in.readLong(),
                                in.readInt(),
                                words(in),
                                words(in)));
            }
        } catch (EOFException atTheEnd) {
            // The last entry ends where its file ends.
            return;
        }
    }

    private static String[] words(DataInputStream in) throws IOException {
        String[] words = new String[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readUTF();
        }
        return words;
    }

    /** By id. */
    List<Entry> entries() {
        return entries;
    }

    /** Hands on the text of every block, by id. */
    void forEach(Consumer<String> reader) throws IOException {
        int parts = entries.stream().mapToInt(Entry::part).max().orElse(-1) + 1;
        RandomAccessFile[] files = new RandomAccessFile[parts];
        try {
            for (int part = 0; part < parts; part++) {
                files[part] = new RandomAccessFile(TEXT.formatted(folder, part), "r");
            }
            for (Entry entry : entries) {
                byte[] bytes = new byte[entry.length()];
                files[entry.part()].seek(entry.from());
                files[entry.part()].readFully(bytes);
                reader.accept(new String(bytes, StandardCharsets.UTF_8));
            }
        } finally {
            Arrays.stream(files).forEach(BlockFiles::close);
        }
    }

    private static void close(RandomAccessFile file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
