package io.quartermaster.domain.recommendation.incremental;

import java.util.Arrays;

/** Some numbers, each once, in no order. Made for few. */
final class NumberSet {

    private static final int[] NONE = {};

    private int[] numbers = NONE;
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(4, 2 * size));
        }
        numbers[size++] = number;
    }

    void remove(int number) {
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                numbers[i] = numbers[--size];
                return;
            }
        }
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
