package io.quartermaster.domain.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Long lists of numbers in a file: their count, then each, big-endian. A count that the file cannot
 * hold is refused before memory is taken for it.
 */
final class NumberBlocks {

    private static final int CHUNK = 1 << 13;

    private final DataInputStream in;
    private final long limit;

    /**
     * Reads blocks.
     *
     * @param limit bytes of the whole file
     */
    NumberBlocks(DataInputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    static void write(float[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - from);
            chunk.asFloatBuffer().put(numbers, from, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    static void write(long[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - from);
            chunk.asLongBuffer().put(numbers, from, count);
            out.write(chunk.array(), 0, count * Long.BYTES);
        }
    }

    float[] floats() throws IOException {
        float[] numbers = new float[checked(in.readInt(), limit / Float.BYTES)];
        byte[] chunk = new byte[CHUNK * Float.BYTES];
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - from);
            in.readFully(chunk, 0, count * Float.BYTES);
            ByteBuffer.wrap(chunk).asFloatBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    long[] longs() throws IOException {
        long[] numbers = new long[checked(in.readInt(), limit / Long.BYTES)];
        byte[] chunk = new byte[CHUNK * Long.BYTES];
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - from);
            in.readFully(chunk, 0, count * Long.BYTES);
            ByteBuffer.wrap(chunk).asLongBuffer().get(numbers, from, count);
        }
        return numbers;
    }

    /** A count, or a refusal where it cannot be. */
    static int checked(int count, long most) {
        if (count < 0 || count > most) {
            throw new IllegalArgumentException(
                    "A part of the classifier claims %d values; the file cannot hold them.\nMaybe copy it again, or train it again."
                            .formatted(count));
        }
        return count;
    }
}
