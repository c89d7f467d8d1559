package io.quartermaster.domain.text;

/**
 * Where a word goes in a vector without a list of words (feature hashing, Weinberger et al. 2009).
 */
public final class WordHash {

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private WordHash() {}

    /** Its place in a vector of some dimensions, from 0. */
    public static int place(String word, int dimensions) {
        return (int) Long.remainderUnsigned(hash(word) >>> 1, dimensions);
    }

    /** 1 or -1, so that words that fall together do not add up. */
    public static int sign(String word) {
        return (hash(word) & 1) == 0 ? 1 : -1;
    }

    /** FNV-1a over the characters, stirred by the finaliser of SplitMix64. */
    private static long hash(String word) {
        long hash = OFFSET;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
