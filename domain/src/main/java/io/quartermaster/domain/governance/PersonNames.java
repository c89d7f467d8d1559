package io.quartermaster.domain.governance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides persons' names in words typed freely, where something says that a name stands there: "my
 * name is", a greeting with its comma, a closing at the end of a line, a title, a field of a form;
 * in English, Portuguese, Spanish, French, German, Italian and Chinese. A name that nothing
 * announces stays: it cannot be told from a product's.
 */
final class PersonNames {

    private static final SignWords SIGNS =
            SignWords.of(
                    "name called nome chamo heiße heisse appelle nom llamo nombre chiamo destinatário destinatario recipient cliente "
                            + "dear hello hi hey good olá oi bom boa prezado prezada caro cara hola estimado estimada bonjour cher chère hallo liebe lieber ciao "
                            + "regards wishes sincerely yours atenciosamente cordialmente abraço abraços att grüßen grüße cordialement saludo saludos atentamente saluti "
                            + "thanks thank cheers obrigado obrigada grato grata danke merci gracias grazie "
                            + "mr mrs ms mx miss dr dra prof sr sra srta herr frau mme mlle señor señora signor signora dona",
                    "",
                    "我叫 名 收件人 收货人 联系人 先生 女士 太太");

    private static final Pattern INTRODUCED =
            Pattern.compile(
                    "\\b(?:my (?:full |first |last )?name(?: is|['’]s)|i am called|meu nome(?: completo)? [ée]|me chamo|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome [èe])[\\h:]+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?:^|[\\n,;.(])\\h*(?:name|full name|customer name|nome|nome completo|destinat[áa]rio|recipient|nom|nombre|cliente)\\h*[:：]\\h*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern GREETED =
            Pattern.compile(
                    "(?:^|[\\n.!?])\\h*(?:[Dd]ear|[Hh]ello|[Hh]i|[Hh]ey|[Gg]ood (?:morning|afternoon|evening)|[Oo]lá|[Oo]i|[Bb]om dia|[Bb]oa (?:tarde|noite)|[Pp]rezad[oa]|[Cc]ar[oa]|[Hh]ola|[Ee]stimad[oa]|[Bb]onjour|[Cc]her|[Cc]hère|[Hh]allo|[Ll]ieber?|[Cc]iao)\\h+");
    private static final Pattern CLOSED =
            Pattern.compile(
                    "(?:\\b(?:regards|best wishes|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|atenciosamente|cordialmente|abraços?|att:?|mit freundlichen grüßen|(?:viele|beste|liebe) grüße|cordialement|saludos(?: cordiales)?|atentamente|cordiali saluti)\\b\\h*[,.!;:–-]?\\s+"
                            + "|\\b(?:thanks|thank you|many thanks|cheers|obrigad[oa]|grat[oa]|danke|merci|gracias|grazie)\\b\\h*[,.!–-]\\s+)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TITLED =
            Pattern.compile(
                    "\\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Dra|Prof|Sr|Sra|Srta|sr|sra|srta|Herr|Frau|Mme|Mlle|Señora?|Signora?|Dona|dona)\\b\\.?\\h+");

    /** A word of a name, and a small word that may stand between two of them. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]*\\.?");

    private static final Set<String> BETWEEN =
            Set.of("da", "de", "do", "das", "dos", "van", "von", "der", "den", "del", "di", "la");

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪范廖石贾韦夏付方邹熊孟秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤";
    private static final List<PersonalForm> CHINESE =
            List.of(
                    PersonalForm.of(
                            "(?:我叫|我的名字[是叫]|(?:姓名|收件人|收货人|联系人)\\h*(?:[是叫为]|[:：]))\\h*(["
                                    + SURNAMES
                                    + "]\\p{IsHan}{1,2})"),
                    PersonalForm.of("([" + SURNAMES + "]\\p{IsHan}{0,2})(?:先生|女士|太太)"));

    /** Words that follow such signs and are nobody's name: functions, praise, brands. */
    private static final Set<String> NOBODY =
            Set.of(
                    ("a an the to of for from not on in is it and but or so at by with my your our this that there all "
                                    + "again please where when what why how who misspelt misspelled spelled spelt wrong written printed missing "
                                    + "team support customer customers service sir sirs madam everyone everybody anybody seller sellers shop store "
                                    + "friend friends folks guys people staff manager company "
                                    + "equipe pessoal loja senhor senhora senhores cliente clientes todos tudo gente atendimento suporte vendedor vendedora "
                                    + "o os as e é mas por para no na em do da este esse com que não um uma muito produto pelo pela boa bom "
                                    + "damen herren kunden und ich monsieur madame señores equipo et y "
                                    + "great good excellent perfect very nice amazing awesome love loved fast super best recommended will i we you "
                                    + "adorei amei ótimo otimo ótima excelente perfeito perfeita recomendo gostei chegou parabéns nota "
                                    + "kitty martens pepper oetker muscle coffee clean bronner scholl beckmann jart dior sixty potato "
                                    + "benta bean men whip kipling")
                            .split(" ", -1));

    /** Of a brand: a person is spoken to, or of, without it. */
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    private static final int MOST_WORDS = 4;

    private PersonNames() {}

    /** The words without them. */
    static String hide(String text) {
        if (!SIGNS.standIn(text)) {
            return text;
        }
        String hidden = behind(INTRODUCED, text, PersonNames::endOfTold);
        hidden = behind(FIELD, hidden, PersonNames::endOfTold);
        hidden = behind(TITLED, hidden, PersonNames::endOfCapitals);
        hidden = behind(GREETED, hidden, PersonNames::endOfGreeted);
        hidden = behind(CLOSED, hidden, PersonNames::endOfSigned);
        for (PersonalForm form : CHINESE) {
            hidden = form.hide(hidden);
        }
        return hidden;
    }

    /** Where a name that begins there ends; where it begins if it is none. */
    private interface End {
        int of(String text, int from);
    }

    private static String behind(Pattern sign, String text, End end) {
        Matcher matcher = sign.matcher(text);
        StringBuilder hidden = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            int from = matcher.end();
            int to = from < copied ? from : end.of(text, from);
            if (to > from) {
                hidden.append(text, copied, from)
                        .append(MaskingType.MASK.apply(text.substring(from, to)));
                copied = to;
            }
        }
        return copied == 0 ? text : hidden.append(text, copied, text.length()).toString();
    }

    /** After "my name is" small letters do too: one word, or two before the clause ends. */
    private static int endOfTold(String text, int from) {
        int capitals = endOfCapitals(text, from);
        String first = word(text, from);
        if (capitals > from || first.isEmpty() || isNobody(first)) {
            return capitals;
        }
        int end = from + first.length();
        String second = word(text, next(text, end));
        int behind = next(text, end) + second.length();
        boolean closes = behind >= text.length() || ",.;!?\n".indexOf(text.charAt(behind)) >= 0;
        return !second.isEmpty() && closes && !isNobody(second) ? behind : end;
    }

    /** Words with a capital, small ones between them. */
    private static int endOfCapitals(String text, int from) {
        int end = from;
        int at = from;
        for (int count = 0; count < MOST_WORDS; count++) {
            String word = word(text, at);
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            if (capital && isNobody(word)) {
                return count == 0 ? from : end;
            }
            if (!capital && (count == 0 || !BETWEEN.contains(word))) {
                return end;
            }
            end = capital ? at + word.length() : end;
            at = next(text, at + word.length());
        }
        return end;
    }

    /** A greeting's name is followed by a mark or the end of the line. */
    private static int endOfGreeted(String text, int from) {
        int end = endOfCapitals(text, from);
        int next = next(text, end);
        boolean marked =
                next >= text.length()
                        || ",!:;–-\n\r".indexOf(text.charAt(next)) >= 0
                        || text.charAt(end - 1) == '.';
        return end > from && marked ? end : from;
    }

    /** A closing's name is all that the line still holds. */
    private static int endOfSigned(String text, int from) {
        int end = endOfCapitals(text, from);
        int next = next(text, end);
        boolean last = next >= text.length() || ".\n\r".indexOf(text.charAt(next)) >= 0;
        return last ? end : from;
    }

    private static boolean isNobody(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        int end = plain.length();
        while (end > 0 && !Character.isLetter(plain.charAt(end - 1))) {
            end--;
        }
        String bare = plain.substring(0, end);
        return NOBODY.contains(bare) || POSSESSIVE.matcher(bare).find();
    }

    /** The word that begins there, with the point of an initial; empty where none does. */
    private static String word(String text, int from) {
        Matcher matcher = WORD.matcher(text);
        if (from >= text.length() || !matcher.region(from, text.length()).lookingAt()) {
            return "";
        }
        String word = matcher.group();
        boolean initial = word.length() == 2;
        return word.endsWith(".") && !initial ? word.substring(0, word.length() - 1) : word;
    }

    /** Behind blanks of the same line. */
    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at;
    }
}
