package io.quartermaster.pipelines.replenishment.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link WireOut} wrote. */
final class WireIn {

    private final ByteBuffer bytes;

    WireIn(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long whole() {
        return bytes.getLong();
    }

    int count() {
        return bytes.getInt();
    }

    double number() {
        return bytes.getDouble();
    }

    String text() {
        byte[] encoded = new byte[count()];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    double[] numbers() {
        double[] values = new double[count()];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + values.length * Double.BYTES);
        return values;
    }

    int[] counts() {
        int[] values = new int[count()];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
        return values;
    }

    boolean[] truths() {
        boolean[] values = new boolean[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.get() != 0;
        }
        return values;
    }
}
