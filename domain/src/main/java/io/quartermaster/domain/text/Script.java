package io.quartermaster.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The script of a text: the one most of its letters belong to. */
final class Script {

    private Script() {}

    /** The script; COMMON of a text without letters. Ties go to the first in Unicode's list. */
    static UnicodeScript of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        UnicodeScript most = UnicodeScript.COMMON;
        int count = 0;
        for (Map.Entry<UnicodeScript, Integer> entry : letters.entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        return most;
    }
}
