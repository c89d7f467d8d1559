package io.quartermaster.pipelines.replenishment.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes plain values one after the other; {@link WireIn} reads them in the same order. */
final class WireOut {

    private ByteBuffer bytes = ByteBuffer.allocate(256);

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int size = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), more));
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
        return bytes;
    }

    WireOut whole(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    WireOut count(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    WireOut number(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    WireOut text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        room(encoded.length).put(encoded);
        return this;
    }

    WireOut numbers(double[] values) {
        count(values.length);
        ByteBuffer to = room(Math.multiplyExact(values.length, Double.BYTES));
        to.asDoubleBuffer().put(values);
        to.position(to.position() + values.length * Double.BYTES);
        return this;
    }

    WireOut counts(int[] values) {
        count(values.length);
        ByteBuffer to = room(Math.multiplyExact(values.length, Integer.BYTES));
        to.asIntBuffer().put(values);
        to.position(to.position() + values.length * Integer.BYTES);
        return this;
    }

    WireOut truths(boolean[] values) {
        count(values.length);
        ByteBuffer to = room(values.length);
        for (boolean value : values) {
            to.put((byte) (value ? 1 : 0));
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
