package io.quartermaster.engines.tensorflow;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** The trained numbers of one model, in a fixed order of tensors. */
final class Weights {

    /** Characters of a version: 48 bits of the hash. */
    private static final int VERSION_LENGTH = 12;

    /**
     * One tensor.
     *
     * @param name unique, also the variable's name in the graph
     * @param shape its dimensions
     */
    record Slot(String name, long... shape) {
        int size() {
            long size = 1;
            for (long dimension : shape) {
                size *= dimension;
            }
            return Math.toIntExact(size);
        }
    }

    private final List<float[]> values;

    Weights(List<float[]> values) {
        this.values = List.copyOf(values);
    }

    /**
     * Weights from one row of numbers.
     *
     * @throws IllegalArgumentException when there are more or fewer than the tensors hold
     */
    static Weights of(float[] flat, List<Slot> slots) {
        int size = slots.stream().mapToInt(Slot::size).sum();
        if (flat.length != size) {
            throw new IllegalArgumentException(
                    "The weights are %d numbers, the model has %d.\nMaybe they are of a model of another shape."
                            .formatted(flat.length, size));
        }
        List<float[]> values = new ArrayList<>();
        int from = 0;
        for (Slot slot : slots) {
            values.add(Arrays.copyOfRange(flat, from, from + slot.size()));
            from += slot.size();
        }
        return new Weights(values);
    }

    /** All numbers in one row. */
    float[] flat() {
        float[] flat = new float[values.stream().mapToInt(value -> value.length).sum()];
        int from = 0;
        for (float[] value : values) {
            System.arraycopy(value, 0, flat, from, value.length);
            from += value.length;
        }
        return flat;
    }

    /** The uniform start of Glorot and Bengio (2010) for matrices, 0 for vectors. */
    static List<float[]> glorot(List<Slot> slots, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> values = new ArrayList<>();
        for (Slot slot : slots) {
            values.add(glorot(slot, random));
        }
        return values;
    }

    private static float[] glorot(Slot slot, SplittableRandom random) {
        float[] values = new float[slot.size()];
        if (slot.shape().length == 1) {
            return values;
        }
        double limit = Math.sqrt(6.0 / (slot.shape()[0] + slot.shape()[1]));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
        }
        return values;
    }

    float[] value(int slot) {
        return values.get(slot).clone();
    }

    /** The first characters of the SHA-256 of all numbers in order. */
    String version() {
        MessageDigest digest = sha256();
        for (float[] value : values) {
            ByteBuffer bytes = ByteBuffer.allocate(value.length * Float.BYTES);
            bytes.asFloatBuffer().put(value);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
