package io.quartermaster.pipelines.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * A file of numbers in a fixed order, separated by spaces and line ends as they come, plain or
 * compressed by gzip: the form of most libraries of published problems.
 */
public final class NumberFile implements AutoCloseable {

    private final Path file;
    private final BufferedReader reader;
    private StringTokenizer words = new StringTokenizer("");
    private long line;

    private NumberFile(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Looks at the whole file and stands before its first number.
     *
     * @throws IllegalArgumentException when it is missing, empty, damaged or no text
     */
    public static NumberFile open(Path file) throws IOException {
        InputCheck.checkText(file);
        return new NumberFile(file, RawFiles.text(file));
    }

    /**
     * The next number.
     *
     * @param what it stands for, for the message
     * @throws IllegalArgumentException when the file ends before it, or it is not finite
     */
    public double next(String what) throws IOException {
        return number(word(), what);
    }

    private double number(String word, String what) {
        if (word == null) {
            throw new IllegalArgumentException(
                    "The file (%s) ends at line %d, before the %s.\nMaybe it was cut off, or its sizes at the head are wrong."
                            .formatted(file, line, what));
        }
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("Its %s (%s) is not a number.".formatted(what, word));
        }
        throw wrong("Its %s (%s) is not finite.".formatted(what, word));
    }

    /** The next number, which must not be negative. */
    public double amount(String what) throws IOException {
        return positive(next(what), what);
    }

    /**
     * The next number, or the one given where the file has a word in its place.
     *
     * @param given NaN for none; then the word is refused
     */
    public double amountOr(String word, double given, String what) throws IOException {
        String next = word();
        boolean open = word.equals(next) && !Double.isNaN(given);
        return positive(open ? given : number(next, what), what);
    }

    private double positive(double number, String what) {
        if (number < 0) {
            throw wrong("Its %s (%s) is negative.".formatted(what, number));
        }
        return number;
    }

    /** The next number, which must be whole and within 1 and a limit. */
    public int count(String what, int most) throws IOException {
        double number = next(what);
        if (number < 1 || number > most || number != Math.rint(number)) {
            throw wrong("Its %s (%s) must be whole, 1 to %d.".formatted(what, number, most));
        }
        return (int) number;
    }

    /** The next word as it stands; null at the end. */
    public String word() throws IOException {
        while (!words.hasMoreTokens()) {
            String text = reader.readLine();
            if (text == null) {
                return null;
            }
            line++;
            words = new StringTokenizer(text);
        }
        return words.nextToken();
    }

    /**
     * Refuses a number where none should follow; words are a caption and pass.
     *
     * @param what the last thing that was read
     */
    public void requireEndOfNumbers(String what) throws IOException {
        String word = word();
        if (word != null && isNumber(word)) {
            throw wrong("It has a number (%s) after the %s.".formatted(word, what));
        }
    }

    private static boolean isNumber(String word) {
        try {
            return Double.isFinite(Double.parseDouble(word));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A refusal that names the file and the line. */
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(
                "Line %d of the file (%s) is wrong. %s\nMaybe the sizes at the head do not fit, or the file is of another form."
                        .formatted(line, file, what));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
