package io.quartermaster.domain.governance;

/**
 * Ways to hide a value, named and behaving as Apache Ranger's masking types. Ranger writes a
 * capital as X, another letter as x and a digit as n; all else stays.
 */
public enum MaskingType {
    /** Every letter and digit is hidden. */
    MASK {
        @Override
        public String apply(String value) {
            return hide(value, 0, value.length());
        }
    },
    /** All but the last four characters are hidden. */
    MASK_SHOW_LAST_4 {
        @Override
        public String apply(String value) {
            return hide(value, 0, Math.max(0, value.length() - SHOWN));
        }
    },
    /** All but the first four characters are hidden. */
    MASK_SHOW_FIRST_4 {
        @Override
        public String apply(String value) {
            return hide(value, Math.min(SHOWN, value.length()), value.length());
        }
    },
    /** Nothing is left of the value. */
    MASK_NULL {
        @Override
        public String apply(String value) {
            return "";
        }
    },
    /** The value stands in clear. */
    MASK_NONE {
        @Override
        public String apply(String value) {
            return value;
        }
    },
    /** A keyed hash stands for the value; {@link Tokeniser} makes it, since it needs the key. */
    MASK_HASH {
        @Override
        public String apply(String value) {
            throw new IllegalStateException("MASK_HASH needs the key that a Tokeniser holds.");
        }
    };

    private static final int SHOWN = 4;

    /** The masked value. */
    public abstract String apply(String value);

    static String hide(String value, int from, int to) {
        char[] characters = value.toCharArray();
        for (int i = from; i < to; i++) {
            characters[i] = hidden(characters[i]);
        }
        return new String(characters);
    }

    private static char hidden(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isDigit(c)) {
            return 'n';
        }
        return Character.isLetter(c) || Character.isSurrogate(c) ? 'x' : c;
    }
}
