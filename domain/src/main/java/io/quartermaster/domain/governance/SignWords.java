package io.quartermaster.domain.governance;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words that must stand in a text before patterns need to look at it: most texts hold none, and a
 * look into a set is much cheaper than a pattern.
 *
 * @param words in small letters
 * @param endings of words, in small letters
 * @param marks parts of texts that are not cut into words by spaces
 */
record SignWords(Set<String> words, Set<String> endings, Set<String> marks) {

    private static final int LONGEST = 40;

    SignWords {
        words = Set.copyOf(words);
        endings = Set.copyOf(endings);
        marks = Set.copyOf(marks);
    }

    static SignWords of(String words, String endings, String marks) {
        return new SignWords(split(words), split(endings), split(marks));
    }

    private static Set<String> split(String list) {
        return list.isEmpty() ? Set.of() : Set.of(list.split(" ", -1));
    }

    /** Whether one of them stands in a text. */
    boolean standIn(String text) {
        int begin = 0;
        boolean wide = false;
        for (int i = 0; i <= text.length(); i++) {
            char character = i < text.length() ? text.charAt(i) : ' ';
            wide |= character >= '\u2E80';
            if (!Character.isLetter(character)) {
                if (i > begin && i - begin <= LONGEST && isOne(text.substring(begin, i))) {
                    return true;
                }
                begin = i + 1;
            }
        }
        return wide && any(marks, text::contains);
    }

    private boolean isOne(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return words.contains(small) || any(endings, small::endsWith);
    }

    private static boolean any(Set<String> parts, Predicate<String> test) {
        for (String part : parts) {
            if (test.test(part)) {
                return true;
            }
        }
        return false;
    }
}
