package io.quartermaster.pipelines.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.serialization.Encoder;

/**
 * Writes an element as a line that can be sorted without reading its JSON again: event time in
 * milliseconds, tab, key, tab, JSON.
 */
final class SortableLine<T> implements Encoder<T> {

    private static final long serialVersionUID = 1L;

    private final Channel<T> channel;
    private transient JsonCodec<T> codec;

    SortableLine(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    public void encode(T element, OutputStream stream) throws IOException {
        if (codec == null) {
            codec = JsonCodec.of(channel.type());
        }
        Instant time = channel.time().apply(element);
        String head = time.toEpochMilli() + "\t" + plain(channel.key().apply(element)) + "\t";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] json = codec.write(element);
        byte[] line = new byte[start.length + json.length + 1];
        System.arraycopy(start, 0, line, 0, start.length);
        System.arraycopy(json, 0, line, start.length, json.length);
        line[line.length - 1] = '\n';
        stream.write(line);
    }

    /** The key is only sorted by; what would end it early is left out. */
    private static String plain(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < ' ') {
                return key.replaceAll("\\p{Cntrl}", " ");
            }
        }
        return key;
    }
}
