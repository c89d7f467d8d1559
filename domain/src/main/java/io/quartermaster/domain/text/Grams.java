package io.quartermaster.domain.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The terms of a text as 64-bit hashes: runs of words (see {@link Words}) and runs of characters
 * within what blanks separate, a blank at each end. So nothing that a customer wrote can be read
 * out of a model, and two terms that share a hash are too rare to matter.
 */
final class Grams {

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final long BETWEEN_WORDS = 0x1F;

    private long[] hashes = new long[64];
    private int size;

    private Grams() {}

    /** Every run of words of a text, once for each time that it stands there. */
    static long[] ofWords(String text, GramSettings settings) {
        Grams grams = new Grams();
        List<String> words = Words.of(text);
        for (int from = 0; from < words.size(); from++) {
            long hash = OFFSET;
            int end = Math.min(words.size(), from + settings.words());
            for (int at = from; at < end; at++) {
                hash = mixed(hash, words.get(at));
                grams.add(stirred(hash));
                hash = (hash ^ BETWEEN_WORDS) * PRIME;
            }
        }
        return grams.done();
    }

    /** Every run of characters of a text, once for each time that it stands there. */
    static long[] ofCharacters(String text, GramSettings settings) {
        Grams grams = new Grams();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < plain.length()) {
            int end = at;
            while (end < plain.length() && !Character.isWhitespace(plain.charAt(end))) {
                end++;
            }
            if (end > at) {
                grams.addRuns(" " + plain.substring(at, end) + " ", settings);
            }
            at = end + 1;
        }
        return grams.done();
    }

    private void addRuns(String word, GramSettings settings) {
        int[] characters = word.codePoints().toArray();
        for (int from = 0; from < characters.length; from++) {
            long hash = ~OFFSET;
            int end = Math.min(characters.length, from + settings.maxCharacters());
            for (int at = from; at < end; at++) {
                hash = (hash ^ characters[at]) * PRIME;
                if (at - from + 1 >= settings.minCharacters()) {
                    add(stirred(hash));
                }
            }
        }
    }

    private void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    private long[] done() {
        return Arrays.copyOf(hashes, size);
    }

    /** FNV-1a over the characters. */
    private static long mixed(long start, String word) {
        long hash = start;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The finaliser of SplitMix64: near texts get far hashes. */
    private static long stirred(long start) {
        long hash = (start ^ (start >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
