package io.quartermaster.domain.recommendation.live;

import java.util.Arrays;

/** Items that one is linked with, by number, each once. */
final class LinkRow {

    /** Of an item that is linked with none. */
    static final LinkRow EMPTY = new LinkRow();

    private int[] numbers = {};
    private double[] weights = {};
    private int size;

    LinkRow() {}

    LinkRow(int[] numbers, double[] weights) {
        this.numbers = numbers;
        this.weights = weights;
        this.size = numbers.length;
    }

    int size() {
        return size;
    }

    int number(int place) {
        return numbers[place];
    }

    double weight(int place) {
        return weights[place];
    }

    /** The weight of a link, 0 if there is none. */
    double weightOf(int number) {
        int place = find(number);
        return place < 0 ? 0 : weights[place];
    }

    /** Sets a link; weight 0 takes it out. */
    void set(int number, double weight) {
        int place = find(number);
        if (weight == 0) {
            remove(place);
        } else if (place >= 0) {
            weights[place] = weight;
        } else {
            add(number, weight);
        }
    }

    private void add(int number, double weight) {
        if (size == numbers.length) {
            int length = Math.max(4, 2 * size);
            numbers = Arrays.copyOf(numbers, length);
            weights = Arrays.copyOf(weights, length);
        }
        numbers[size] = number;
        weights[size++] = weight;
    }

    private void remove(int place) {
        if (place >= 0) {
            size--;
            numbers[place] = numbers[size];
            weights[place] = weights[size];
        }
    }

    private int find(int number) {
        for (int place = 0; place < size; place++) {
            if (numbers[place] == number) {
                return place;
            }
        }
        return -1;
    }
}
