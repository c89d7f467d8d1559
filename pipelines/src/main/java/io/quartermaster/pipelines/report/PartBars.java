package io.quartermaster.pipelines.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars made of parts that sum to a score: one bar a row, one colour a part. */
final class PartBars {

    private record Bar(String label, double[] parts, double total, String note) {}

    private final List<String> partNames;
    private final List<Bar> bars = new ArrayList<>();
    private double most = 1;

    PartBars(List<String> partNames) {
        this.partNames = List.copyOf(partNames);
    }

    /** The total that fills a bar's whole width; 1 unless said otherwise. */
    PartBars upTo(double value) {
        most = value > 0 ? value : 1;
        return this;
    }

    PartBars bar(String label, double[] parts, double total, String note) {
        bars.add(new Bar(label, parts.clone(), total, note));
        return this;
    }

    String html(int decimals) {
        Html html = new Html();
        if (partNames.size() > 1) {
            legend(html);
        }
        html.raw("<div class=\"bars chart\" role=\"list\">\n");
        for (Bar bar : bars) {
            html.raw("<div class=\"bar\" role=\"listitem\">")
                    .element("span", "label", bar.label())
                    .raw("<span class=\"track\">");
            for (int i = 0; i < bar.parts().length; i++) {
                part(html, i, bar.parts()[i]);
            }
            html.raw("</span>")
                    .element("span", "total", Html.number(bar.total(), decimals))
                    .element("span", "note", bar.note())
                    .raw("</div>\n");
        }
        return html.raw("</div>\n").toString();
    }

    private void part(Html html, int index, double value) {
        if (!(value > 0)) {
            return;
        }
        String name = partNames.get(index);
        html.raw(
                "<i class=\"p%d\" style=\"width:%s%%\" title=\"%s %s\"></i>"
                        .formatted(
                                index,
                                String.format(Locale.ROOT, "%.3f", 100 * value / most),
                                Html.escape(name),
                                Html.number(value, 3)));
    }

    private void legend(Html html) {
        html.raw("<ul class=\"legend\">");
        for (int i = 0; i < partNames.size(); i++) {
            html.raw("<li><i class=\"p" + i + "\"></i>").text(partNames.get(i)).raw("</li>");
        }
        html.raw("</ul>\n");
    }
}
