package io.quartermaster.domain.governance;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that a personal value takes in words typed freely.
 *
 * @param pattern its first group, or all of it where it has none, is the value
 * @param holds whether what was found is one
 */
record PersonalForm(Pattern pattern, Predicate<String> holds) {

    static PersonalForm of(String pattern) {
        return new PersonalForm(Pattern.compile(pattern), found -> true);
    }

    /** The text with each value's letters and digits hidden; what is no value stays. */
    String hide(String text) {
        Matcher matcher = pattern.matcher(text);
        int group = matcher.groupCount() > 0 ? 1 : 0;
        StringBuilder hidden = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            if (holds.test(matcher.group(group))) {
                hidden.append(text, copied, matcher.start(group))
                        .append(MaskingType.MASK.apply(matcher.group(group)));
                copied = matcher.end(group);
            }
        }
        return copied == 0 ? text : hidden.append(text, copied, text.length()).toString();
    }
}
