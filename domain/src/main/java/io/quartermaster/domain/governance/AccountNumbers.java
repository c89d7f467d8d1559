package io.quartermaster.domain.governance;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides numbers of cards and bank accounts in words typed freely, however they are spaced. A card
 * number has 13 to 19 digits whose check digit fits (Luhn, ISO/IEC 7812-1); an IBAN's remainder by
 * 97 is 1 (ISO 13616). What does not add up stays.
 */
final class AccountNumbers {

    private static final int FEWEST_DIGITS = 13;
    private static final int FEWEST_OF_IBAN = 15;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** Groups of digits with up to three other marks between; issuers begin with 22 to 69. */
    private static final Pattern CARD =
            Pattern.compile(
                    "(?<![\\p{L}\\p{Nd}])(?:[3-6]|2[2-7])\\p{Nd}*+(?:[^\\p{L}\\p{Nd}:]{1,3}\\p{Nd}++){0,18}");

    private static final Pattern IBAN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{Nd}])[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?(?![\\p{L}\\p{Nd}])");

    private AccountNumbers() {}

    /** The words without them. */
    static String hide(String text) {
        return hideCards(hideIbans(text));
    }

    private static String hideIbans(String text) {
        return replace(text, IBAN, AccountNumbers::endOfIban);
    }

    private static String hideCards(String text) {
        return replace(text, CARD, AccountNumbers::endOfCard);
    }

    /** Where in a candidate the number ends, 0 where it is none. */
    private interface End {
        int of(String candidate);
    }

    private static String replace(String text, Pattern pattern, End end) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder hidden = new StringBuilder();
        int copied = 0;
        int from = 0;
        while (matcher.find(from)) {
            int length = end.of(matcher.group());
            if (length > 0) {
                hidden.append(text, copied, matcher.start())
                        .append(MaskingType.MASK.apply(matcher.group().substring(0, length)));
                copied = matcher.start() + length;
            }
            from = matcher.start() + Math.max(1, length);
        }
        return copied == 0 ? text : hidden.append(text, copied, text.length()).toString();
    }

    /** The longest run of whole groups whose check digit fits. */
    private static int endOfCard(String candidate) {
        int sum = 0;
        int other = 0;
        int digits = 0;
        int end = 0;
        for (int i = 0; i < candidate.length() && digits < 19; i++) {
            int digit = Character.digit(candidate.charAt(i), 10);
            if (digit < 0) {
                continue;
            }
            // With one digit more, every digit before it changes places.
            int before = sum;
            sum = other + digit;
            other = before + (digit > 4 ? 2 * digit - 9 : 2 * digit);
            digits++;
            boolean whole =
                    i + 1 == candidate.length() || Character.digit(candidate.charAt(i + 1), 10) < 0;
            end = whole && digits >= FEWEST_DIGITS && sum % 10 == 0 ? i + 1 : end;
        }
        return end;
    }

    /** The longest run of whole groups that has the remainder; words behind it do not count. */
    private static int endOfIban(String candidate) {
        for (int end = candidate.length(); end >= FEWEST_OF_IBAN; end--) {
            boolean whole =
                    end == candidate.length() || !Character.isLetterOrDigit(candidate.charAt(end));
            if (whole && isIban(candidate.substring(0, end))) {
                return end;
            }
        }
        return 0;
    }

    private static boolean isIban(String spaced) {
        String plain = spaced.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (plain.length() < FEWEST_OF_IBAN) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4))
                .chars()
                .forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
