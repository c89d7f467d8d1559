package io.quartermaster.pipelines.report;

import java.util.List;
import java.util.Locale;

/** A page under construction: every text that goes in is escaped. */
final class Html {

    private final StringBuilder page = new StringBuilder(1 << 16);

    /** The text with all that HTML reads as markup escaped; safe in attributes too. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** A number with so many decimals; a dash where there is none. */
    static String number(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%,." + decimals + "f", value)
                : "–";
    }

    /** Markup of this project's own; never text from data. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        page.append(escape(text));
        return this;
    }

    Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag + ">\n");
    }

    /** An element with a class. */
    Html element(String tag, String kind, String text) {
        return raw("<" + tag + " class=\"" + kind + "\">").text(text).raw("</" + tag + ">\n");
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    /** Opens a section with its anchor, title and a sentence of what it shows. */
    Html section(String anchor, String title, String lead) {
        raw("<section id=\"" + anchor + "\">\n").element("h2", title);
        return lead.isEmpty() ? this : element("p", "lead", lead);
    }

    Html endSection() {
        return raw("</section>\n");
    }

    /** A table; columns whose title starts with {@code #} hold numbers. */
    Html table(List<String> titles, List<List<String>> rows) {
        raw("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        for (String title : titles) {
            raw(isNumber(title) ? "<th class=\"n\">" : "<th>");
            text(isNumber(title) ? title.substring(1) : title).raw("</th>");
        }
        raw("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                raw(isNumber(titles.get(i)) ? "<td class=\"n\">" : "<td>");
                text(row.get(i)).raw("</td>");
            }
            raw("</tr>\n");
        }
        return raw("</tbody></table></div>\n");
    }

    private static boolean isNumber(String title) {
        return title.startsWith("#");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
