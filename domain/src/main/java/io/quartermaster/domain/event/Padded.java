package io.quartermaster.domain.event;

/** Whole numbers with zeros before them, as formats {@code %03d} and their like write them. */
public final class Padded {

    private Padded() {}

    /**
     * The number in so many digits at least.
     *
     * @param number 0 or more
     */
    public static String of(long number, int digits) {
        return append(new StringBuilder(digits), number, digits).toString();
    }

    static StringBuilder append(StringBuilder text, long number, int digits) {
        if (number < 0) {
            throw new IllegalArgumentException("The number (" + number + ") must be 0 or more.");
        }
        long least = 1;
        for (int digit = 1; digit < digits; digit++) {
            least *= 10;
        }
        for (; least > 1 && number < least; least /= 10) {
            text.append('0');
        }
        return text.append(number);
    }
}
