package io.quartermaster.domain.text;

import java.util.Locale;

/**
 * A message made fit to be read: markup, control characters and invisible ones are taken out, white
 * space is made single, and no more than {@value #LONGEST} characters are kept. Work grows with the
 * length only, whatever the message holds.
 *
 * @param text what is left
 * @param problem why it cannot be judged and what to do, empty where it can
 */
public record ReadableText(String text, String problem) {

    /** Characters of a message that are read. */
    public static final int LONGEST = 10_000;

    private static final int SHOWN = 40;

    /** Makes a message fit; nothing is thrown, whatever it holds. */
    public static ReadableText of(String message) {
        String cut = message.length() > LONGEST ? cut(message) : message;
        String plain = visible(withoutMarkup(cut));
        if (plain.codePoints().anyMatch(Character::isLetterOrDigit)) {
            return new ReadableText(plain, "");
        }
        if (message.isBlank()) {
            return new ReadableText("", "The message is empty.\nMaybe its column was not filled.");
        }
        return new ReadableText(
                plain,
                "The message (%s) holds no word.\nMaybe a person should read it."
                        .formatted(shown(message)));
    }

    /** The beginning of a message, for one line of a report. */
    static String shown(String message) {
        String plain = visible(message.length() > LONGEST ? cut(message) : message);
        int characters = plain.codePointCount(0, plain.length());
        return characters <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static String cut(String message) {
        boolean within = Character.isHighSurrogate(message.charAt(LONGEST - 1));
        return message.substring(0, within ? LONGEST - 1 : LONGEST);
    }

    /** Without tags, comments and what stands within script and style; entities stay words. */
    private static String withoutMarkup(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = isTag(text, at) ? tagEnd(text, at) : -1;
            if (end < 0) {
                kept.append(text.charAt(at++));
            } else {
                kept.append(' ');
                at = end;
            }
        }
        return kept.toString();
    }

    private static boolean isTag(String text, int at) {
        if (text.charAt(at) != '<' || at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    /** Behind a tag or hidden element, or -1 where it is never closed: then it is no tag. */
    private static int tagEnd(String text, int at) {
        for (String hidden : new String[] {"script", "style"}) {
            if (text.regionMatches(true, at + 1, hidden, 0, hidden.length())) {
                int close =
                        text.toLowerCase(Locale.ROOT).indexOf("</" + hidden, at + hidden.length());
                return close < 0 ? -1 : behind(text, close, ">");
            }
        }
        return text.startsWith("<!--", at) ? behind(text, at, "-->") : behind(text, at, ">");
    }

    private static int behind(String text, int from, String end) {
        int close = text.indexOf(end, from);
        return close < 0 ? -1 : close + end.length();
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                blank = true;
            } else if (!isInvisible(character)) {
                if (blank && !kept.isEmpty()) {
                    kept.append(' ');
                }
                blank = false;
                kept.appendCodePoint(character);
            }
        }
        return kept.toString();
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
