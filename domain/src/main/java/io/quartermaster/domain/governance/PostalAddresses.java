package io.quartermaster.domain.governance;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides postal addresses in words typed freely: a street's word together with a house number, as
 * English, Portuguese, Spanish, French, Italian, German and Chinese write them, with the town and
 * postcode behind; and what follows "my address is" and holds a number. A street's word alone
 * stays, since products bear such names.
 */
final class PostalAddresses {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private static final SignWords SIGNS =
            SignWords.of(
                    "street st road rd avenue ave lane boulevard blvd crescent terrace gardens grove mews drive way place court square close hill park dr ct sq "
                            + "rua r av avenida travessa tv alameda al praça rodovia estrada calle c avda paseo plaza via viale piazza corso rue chemin impasse allée quai "
                            + "address endereço adresse dirección indirizzo anschrift post postcode zip cep",
                    "straße strasse str gasse allee weg platz",
                    "路 街 巷 弄 胡同 大道 地址");

    private static final String CAPITAL = "\\p{Lu}[\\p{L}'’.-]*";
    private static final String UK_POSTCODE = "[A-Z]{1,2}\\d[A-Z\\d]?\\h?\\d[A-Z]{2}\\b";

    /** Flat, town and postcode behind a street. */
    private static final String BEHIND =
            "(?:(?:,\\h*|\\h+)(?:(?i:apt|apartment|flat|unit|suite|apto|ap|bloco|casa|bairro)\\b\\.?\\h*[\\p{L}\\d]{1,12}|"
                    + UK_POSTCODE
                    + "|\\d{4,6}(?:-\\d{3,4})?\\b|"
                    + CAPITAL
                    + ")){0,5}";

    /** Not the beginning of a product's name, as in 2 Abbey Road posters. */
    private static final String NO_PRODUCT =
            "(?=\\h*(?:[,.;:!?)\\n]|$|\\d|(?:in|near|and|but|please|is|was|apt|flat|unit)\\b))";

    private static final String HOUSE = "\\b(\\d{1,5}[A-Za-z]?,?\\h+(?:" + CAPITAL + "\\h+){1,4}";
    private static final String SMALL_WORD =
            "(?:da|das|de|do|dos|del|della|la|las|los|le|du|des|e|y|DA|DAS|DE|DO|DOS|E)";
    private static final String NAME =
            "(?:" + SMALL_WORD + "\\h+){0,2}(?:" + CAPITAL + "|\\d{1,2})";
    private static final String NUMBER_SIGN = "(?:n[ºo°.]{0,2}\\h*|n[uú]mero\\h*)?";
    private static final String NUMBER = "\\d{1,5}[A-Za-z]?\\b";
    private static final String NO_COUNT =
            "(?!\\h*(?:dias?|vezes|reais|horas?|meses|anos?|unidades|x)\\b)";

    private static final List<PersonalForm> FORMS =
            List.of(
                    PersonalForm.of(
                            HOUSE
                                    + "(?i:street|st|road|rd|avenue|ave|lane|boulevard|blvd|crescent|terrace|gardens|grove|mews)\\b\\.?"
                                    + NO_PRODUCT
                                    + BEHIND
                                    + ")"),
                    PersonalForm.of(
                            "(?i:\\b(?:at|to|live|address(?: is)?)):?\\h+"
                                    + HOUSE
                                    + "(?i:drive|way|place|court|square|close|hill|park|dr|ct|sq)\\b\\.?"
                                    + NO_PRODUCT
                                    + BEHIND
                                    + ")"),
                    PersonalForm.of(
                            "(?<![\\p{L}\\d])((?:[Rr]ua|RUA|R\\.|[Aa]v\\.?|AV\\.?|[Aa]venida|AVENIDA|[Tt]ravessa|TRAVESSA|Tv\\.|[Aa]lameda|ALAMEDA|Al\\.|[Pp]raça|[Rr]odovia|[Ee]strada|[Cc]alle|C/|Avda\\.?|[Pp]aseo|[Pp]laza)\\h*"
                                    + NAME
                                    + "(?:\\h+"
                                    + NAME
                                    + "){0,4},?\\h*"
                                    + NUMBER_SIGN
                                    + NUMBER
                                    + BEHIND
                                    + ")"),
                    PersonalForm.of(
                            "\\b((?:rua|avenida|travessa|alameda)\\h+(?!(?:com|e|mas|para|por|em|que|na|no|sem|ou|é)\\b)\\p{Ll}+(?:\\h+\\p{Ll}+){0,4}(?:,\\h*"
                                    + NUMBER_SIGN
                                    + "|\\h+n[ºo°.]{0,2}\\h*|\\h+n[uú]mero\\h*)\\d{2,5}\\b"
                                    + NO_COUNT
                                    + ")"),
                    PersonalForm.of(
                            "\\b((?:Via|Viale|Piazza|Corso)\\h+"
                                    + NAME
                                    + "(?:\\h+"
                                    + NAME
                                    + "){0,3},\\h*"
                                    + NUMBER
                                    + BEHIND
                                    + ")"),
                    PersonalForm.of(
                            "\\b(\\d{1,4}(?:\\h?(?:bis|ter))?,?\\h+(?:rue|avenue|boulevard|chemin|impasse|allée|quai)\\h+(?:(?:de|du|des|la|le)\\h+|l['’]|d['’]){0,3}"
                                    + CAPITAL
                                    + "(?:\\h+"
                                    + CAPITAL
                                    + "){0,3}"
                                    + BEHIND
                                    + ")"),
                    PersonalForm.of(
                            "\\b(\\p{Lu}[\\p{L}-]{1,30}(?:straße|strasse|str\\.|gasse|allee|weg|platz)\\h+"
                                    + NUMBER
                                    + BEHIND
                                    + ")"),
                    PersonalForm.of(
                            "((?:\\p{IsHan}{2,3}[省市区县镇]){0,4}\\p{IsHan}{1,6}(?:路|街|巷|弄|胡同|大道)\\h*\\p{Nd}{1,5}\\h*[号弄](?:院|楼)?(?:\\p{IsHan}{0,4}\\p{Nd}{1,5}\\h*(?:室|栋|幢|单元|楼|层|号)){0,4})"),
                    new PersonalForm(
                            Pattern.compile(
                                    "(?i:\\b(?:address|endereço|adresse|dirección|indirizzo|anschrift)\\h*(?:is|é|est|es|è|ist)?\\h*:?)\\h*((?=[\\p{Lu}\\p{Nd}])[^.!?;\\n]{5,100})"),
                            found -> DIGIT.matcher(found).find()),
                    new PersonalForm(
                            Pattern.compile(
                                    "地址(?:是|为|[:：])\\h*((?=[\\p{Nd}\\p{IsHan}])[^，。；！？,.;!?\\n]{5,60})"),
                            found -> DIGIT.matcher(found).find()),
                    PersonalForm.of(
                            "(?i:\\b(?:post ?code|zip(?: code)?|cep)\\b(?: is)?):?\\h*([A-Za-z]{1,2}\\d[A-Za-z\\d]?\\h?\\d[A-Za-z]{2}\\b|\\d{5}\\b)"));

    private PostalAddresses() {}

    /** The words without them. */
    static String hide(String text) {
        if (!SIGNS.standIn(text)) {
            return text;
        }
        String hidden = text;
        for (PersonalForm form : FORMS) {
            hidden = form.hide(hidden);
        }
        return hidden;
    }
}
