package io.quartermaster.pipelines.event;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts the parts of a channel into one file, by event time, then key, then the bytes of the JSON.
 * The parts stay mapped; only time, key and place of each line are held, about 100 bytes a line.
 */
final class ChannelSort {

    private final List<MappedByteBuffer> parts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** Where a line's JSON stands: {@code length} bytes from {@code offset} of a part. */
    private record Line(long time, String key, int part, int offset, int length) {}

    private ChannelSort() {}

    /** Writes the sorted file whole or not at all. */
    static void sort(List<Path> parts, Path sorted) throws IOException {
        ChannelSort sort = new ChannelSort();
        for (Path part : parts) {
            sort.add(part);
        }
        sort.lines.sort(sort::compare);
        Path unfinished = sorted.resolveSibling("." + sorted.getFileName());
        sort.write(unfinished);
        Files.move(unfinished, sorted, StandardCopyOption.REPLACE_EXISTING);
    }

    private void add(Path part) throws IOException {
        try (FileChannel file = FileChannel.open(part)) {
            MappedByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            int number = parts.size();
            parts.add(bytes);
            int start = 0;
            while (start < bytes.limit()) {
                int key = after(bytes, start, '\t');
                int json = after(bytes, key, '\t');
                int end = after(bytes, json, '\n');
                long time = Long.parseLong(text(bytes, start, key - 1));
                lines.add(new Line(time, text(bytes, key, json - 1), number, json, end - json));
                start = end;
            }
        }
    }

    private void write(Path file) throws IOException {
        byte[] buffer = new byte[1 << 12];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (Line line : lines) {
                if (buffer.length < line.length()) {
                    buffer = new byte[line.length() * 2];
                }
                parts.get(line.part()).get(line.offset(), buffer, 0, line.length());
                out.write(buffer, 0, line.length());
            }
        }
    }

    private int compare(Line one, Line other) {
        int order = Long.compare(one.time(), other.time());
        if (order == 0) {
            order = one.key().compareTo(other.key());
        }
        return order == 0 ? compareBytes(json(one), json(other)) : order;
    }

    /** Each ends with a line feed, so that none is the other's beginning. */
    private static int compareBytes(ByteBuffer one, ByteBuffer other) {
        int at = one.mismatch(other);
        return at < 0 ? 0 : Byte.compareUnsigned(one.get(at), other.get(at));
    }

    private ByteBuffer json(Line line) {
        return parts.get(line.part()).slice(line.offset(), line.length());
    }

    private static int after(MappedByteBuffer bytes, int from, char end) {
        int position = from;
        while (bytes.get(position) != end) {
            position++;
        }
        return position + 1;
    }

    private static String text(MappedByteBuffer bytes, int from, int to) {
        byte[] copy = new byte[to - from];
        bytes.get(from, copy, 0, copy.length);
        return new String(copy, StandardCharsets.UTF_8);
    }
}
