package io.quartermaster.domain.text;

/**
 * Which pieces of a text count as its terms.
 *
 * @param words longest run of words, 0 for none; 2 counts single words and pairs
 * @param minCharacters shortest run of characters within a word, 1 or more
 * @param maxCharacters longest run of characters, 0 for none
 * @param minTexts texts that must hold a term for it to be kept, 1 or more
 */
public record GramSettings(int words, int minCharacters, int maxCharacters, int minTexts) {

    private static final int LONGEST = 8;

    public GramSettings {
        within("words", words, 0, LONGEST);
        within("minCharacters", minCharacters, 1, LONGEST);
        within("maxCharacters", maxCharacters, 0, LONGEST);
        within("minTexts", minTexts, 1, Integer.MAX_VALUE);
        if (words == 0 && maxCharacters < minCharacters) {
            throw new IllegalArgumentException(
                    "The terms are none: words (0), characters (%d to %d).\nMaybe words 2."
                            .formatted(minCharacters, maxCharacters));
        }
    }

    private static void within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The %s (%d) of the terms must be %d to %d.\nMaybe leave it out."
                            .formatted(name, value, min, max));
        }
    }
}
