package io.quartermaster.domain.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a text into words: compatibility forms composed (Unicode NFKC), lower case, runs of
 * letters and digits. Scripts that put no space between words (Han, kana, Thai, Lao, Khmer,
 * Myanmar) give overlapping pairs of characters instead, as Lucene's CJK analysis does.
 */
public final class Words {

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private final List<String> words = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private boolean spaced;

    private Words() {}

    /** The words in their order; none of a text without letters and digits. */
    public static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Words words = new Words();
        plain.codePoints().forEach(words::read);
        words.end();
        return List.copyOf(words.words);
    }

    private void read(int character) {
        boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
        if (!Character.isLetterOrDigit(character) && !(mark && !run.isEmpty())) {
            end();
            return;
        }
        boolean spacedHere = mark ? spaced : !WITHOUT_SPACES.contains(UnicodeScript.of(character));
        if (spacedHere != spaced) {
            end();
            spaced = spacedHere;
        }
        run.appendCodePoint(character);
    }

    private void end() {
        if (run.isEmpty()) {
            return;
        }
        int[] characters = run.codePoints().toArray();
        run.setLength(0);
        if (spaced || characters.length == 1) {
            words.add(new String(characters, 0, characters.length));
            return;
        }
        for (int i = 0; i + 1 < characters.length; i++) {
            words.add(new String(characters, i, 2));
        }
    }
}
