package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.WindowAccuracy;
import java.util.Arrays;
import java.util.StringJoiner;

/** What one model reached on one window, as a line of a block. */
public record AccuracyLine(String model, WindowAccuracy accuracy) {

    private static final int SINGLE = 9;

    static String of(String model, WindowAccuracy accuracy) {
        StringJoiner line = new StringJoiner(" ");
        line.add(model);
        double[] single = {
            accuracy.steps(),
            accuracy.scaled(),
            accuracy.squaredScaled(),
            accuracy.symmetric(),
            accuracy.absolute(),
            accuracy.expected(),
            accuracy.actual(),
            accuracy.size(),
            accuracy.scale()
        };
        for (double[] numbers : new double[][] {single, accuracy.pinball(), accuracy.under()}) {
            Arrays.stream(numbers).forEach(number -> line.add(Double.toString(number)));
        }
        return line.toString();
    }

    static AccuracyLine parse(String line) {
        String[] words = line.split(" ", -1);
        double[] numbers =
                Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray();
        int levels = (numbers.length - SINGLE) / 2;
        return new AccuracyLine(
                words[0],
                new WindowAccuracy(
                        (int) numbers[0],
                        numbers[1],
                        numbers[2],
                        numbers[3],
                        numbers[4],
                        numbers[5],
                        numbers[6],
                        numbers[7],
                        numbers[8],
                        Arrays.copyOfRange(numbers, SINGLE, SINGLE + levels),
                        Arrays.copyOfRange(numbers, SINGLE + levels, numbers.length)));
    }
}
