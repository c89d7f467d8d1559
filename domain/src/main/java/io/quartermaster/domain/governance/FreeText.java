package io.quartermaster.domain.governance;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides what tells a person in words typed freely: e-mail addresses; numbers of cards and bank
 * accounts (see {@link AccountNumbers}); runs of seven digits or more with the spaces, dots,
 * dashes, slashes and brackets people write between them, and shorter ones behind a word for
 * telephone; postal addresses (see {@link PostalAddresses}); names where something announces them
 * (see {@link PersonNames}). The rest of the words stays. Work grows with the length only.
 */
final class FreeText {

    /** Days in any order, with the hour that follows, and spans of years. */
    private static final Pattern DAY =
            Pattern.compile(
                    "(?:\\d{4}([-./])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-./])\\d{1,2}\\2(?:\\d{4}|\\d{2}))(?: {1,2}\\d{1,2})?|(?:19|20)\\d{2}--?(?:19|20)\\d{2}");

    private static final PersonalForm EMAIL =
            PersonalForm.of(
                    "[\\p{IsLatin}\\p{N}._%+-]{1,64}@[\\p{IsLatin}\\p{N}-]{1,63}(?:\\.[\\p{IsLatin}\\p{N}-]{1,63})+");

    /** Digits of any script, since some keyboards write them wide. */
    private static final List<PersonalForm> NUMBERS =
            List.of(
                    new PersonalForm(
                            Pattern.compile("\\+?\\p{Nd}(?:[ ()./-]{0,2}\\p{Nd}){6,}+"),
                            found -> !DAY.matcher(found).matches()),
                    PersonalForm.of(
                            "(?i:\\b(?:phone|tel|telephone|mobile|whatsapp|zap|fone|telefone|celular|handy|portable|móvil)\\b\\.?(?: (?:is|number|no|é))*|电话|手机|微信)\\h*[:：]?\\h*(\\+?\\p{Nd}(?:[ ()./-]{0,2}\\p{Nd}){4,})"));

    private FreeText() {}

    /** The words without them. */
    static String mask(String text) {
        String masked = text.indexOf('@') < 0 ? text : EMAIL.hide(text);
        if (hasDigits(masked)) {
            masked = AccountNumbers.hide(masked);
            for (PersonalForm number : NUMBERS) {
                masked = number.hide(masked);
            }
            masked = PostalAddresses.hide(masked);
        }
        return PersonNames.hide(masked);
    }

    private static boolean hasDigits(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
