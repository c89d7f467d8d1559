package io.quartermaster.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The language of a text: by its script where only one is common in it, by small words and letters
 * with marks where many share the script. Short texts without any of those stay unknown.
 */
public final class Language {

    /** ISO 639's code of a language that is not known. */
    public static final String UNKNOWN = "und";

    private static final Map<UnicodeScript, String> BY_SCRIPT =
            Map.ofEntries(
                    Map.entry(UnicodeScript.HAN, "zh"),
                    Map.entry(UnicodeScript.HIRAGANA, "ja"),
                    Map.entry(UnicodeScript.KATAKANA, "ja"),
                    Map.entry(UnicodeScript.HANGUL, "ko"),
                    Map.entry(UnicodeScript.CYRILLIC, "ru"),
                    Map.entry(UnicodeScript.GREEK, "el"),
                    Map.entry(UnicodeScript.ARABIC, "ar"),
                    Map.entry(UnicodeScript.HEBREW, "he"),
                    Map.entry(UnicodeScript.THAI, "th"),
                    Map.entry(UnicodeScript.DEVANAGARI, "hi"));

    /** Small words of each language, then letters that few others use, in the order of ties. */
    private static final Map<String, Profile> LATIN = new LinkedHashMap<>();

    static {
        put(
                "en",
                "the and is are was of to in my i you it not this that with have has for on what how why when can do does did will would been your me but from am at be",
                "");
        put(
                "pt",
                "o a os as e é de do da dos das em no na um uma que não com para por meu minha muito mas foi são está produto ainda eu bem chegou recebi até já",
                "ãõç");
        put(
                "es",
                "el la los las y es de del en un una que no con para por mi muy pero fue está son lo se su he todavía producto ya yo bien llegó hasta",
                "ñ¿¡");
        put(
                "fr",
                "le la les et est de du des en un une que ne pas avec pour par mon ma très mais je il elle ce cette sur dans qui été suis ai",
                "çœêèù");
        put(
                "de",
                "der die das und ist von zu in ein eine nicht mit für mein meine sehr aber ich es wurde auf den dem noch wie wann warum habe bin kann",
                "ßäöü");
        put(
                "it",
                "il lo la gli e è di del della in un una che non con per mio mia molto ma sono stato ho come quando perché prodotto ancora",
                "ìò");
    }

    private static final double OF_A_LETTER = 0.5;

    private record Profile(Set<String> words, String letters) {

        double score(List<String> text) {
            double score = 0;
            for (String word : text) {
                score += words.contains(word) ? 1 : 0;
                for (int i = 0; i < letters.length(); i++) {
                    score += word.indexOf(letters.charAt(i)) >= 0 ? OF_A_LETTER : 0;
                }
            }
            return score;
        }
    }

    private Language() {}

    /** ISO 639-1 code, {@value #UNKNOWN} where it cannot be told. */
    public static String of(String text) {
        UnicodeScript script = Script.of(text);
        if (script == UnicodeScript.HAN && text.codePoints().anyMatch(Language::isKana)) {
            return "ja";
        }
        if (script != UnicodeScript.LATIN) {
            return BY_SCRIPT.getOrDefault(script, UNKNOWN);
        }
        List<String> words = Words.of(text);
        String best = UNKNOWN;
        double most = 0;
        for (Map.Entry<String, Profile> language : LATIN.entrySet()) {
            double score = language.getValue().score(words);
            if (score > most) {
                most = score;
                best = language.getKey();
            }
        }
        return best;
    }

    private static boolean isKana(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private static void put(String language, String words, String letters) {
        LATIN.put(language, new Profile(Set.of(words.split(" ", -1)), letters));
    }
}
