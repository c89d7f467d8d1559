package io.quartermaster.domain.governance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides contact data in words typed freely: e-mail addresses, and runs of seven digits or more with
 * the spaces, dots, dashes, slashes and brackets people write between them (phone numbers, card and
 * account numbers). The rest of the words stays.
 */
final class FreeText {

    private static final int FEWEST_DIGITS = 7;
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()./-]{0,2}\\d){6,}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FreeText() {}

    /** The words without contact data. */
    static String mask(String text) {
        String withoutEmail = text.indexOf('@') < 0 ? text : hideAll(EMAIL, text);
        return hasManyDigits(withoutEmail) ? hideAll(NUMBER, withoutEmail) : withoutEmail;
    }

    private static boolean hasManyDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits++;
            }
        }
        return digits >= FEWEST_DIGITS;
    }

    private static String hideAll(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(hidden(found.group())));
    }

    private static String hidden(String found) {
        return DAY.matcher(found).matches() ? found : MaskingType.MASK.apply(found);
    }
}
