package io.quartermaster.pipelines.report;

import java.util.List;

/** The few figures at the top of the report. */
final class ReportTiles {

    /**
     * One figure.
     *
     * @param figure the number
     * @param meaning what it counts
     */
    record Tile(String figure, String meaning) {

        void write(Html html) {
            html.raw("<div class=\"tile\">")
                    .element("b", figure)
                    .element("span", meaning)
                    .raw("</div>\n");
        }
    }

    private ReportTiles() {}

    static List<Tile> of(ReportInput input) {
        return List.of(
                count(input, "brands_judged", "brands judged"),
                new Tile(mase(input), "MASE of the forecasts that plans use"),
                count(input, "purchase_orders", "purchase orders proposed"),
                count(input, "customers_advised", "customers with recommendations"),
                new Tile(
                        Html.number(
                                input.summary()
                                        .path("headline")
                                        .path("satisfaction")
                                        .asDouble(Double.NaN),
                                2),
                        "mean satisfaction, 0 to 1"),
                new Tile(
                        Html.number(input.summary().path("lines_in").asDouble(), 0), "lines read"));
    }

    private static Tile count(ReportInput input, String field, String meaning) {
        return new Tile(
                Html.number(input.summary().path("headline").path(field).asDouble(), 0), meaning);
    }

    private static String mase(ReportInput input) {
        return Html.number(
                input.summary().path("accuracy").path("champion").path("mase").asDouble(Double.NaN),
                2);
    }
}
