package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What each campaign with a brand added to the units sold, and what was left of it. */
final class CampaignSection implements ReportSection {

    @Override
    public String anchor() {
        return "campaigns";
    }

    @Override
    public String title() {
        return "Campaigns";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "What campaigns brought",
                "Units sold in each campaign less those that a forecast without it has, with the interval in which the lift lies, and what its margin left after its cost. Forecasts learn from the demand without it.");
        List<ResultRow> rows = input.files().all("campaign_lift");
        if (rows.isEmpty()) {
            html.element("p", "none", "This history tells no campaigns.").endSection();
            return;
        }
        html.table(
                List.of(
                        "Brand",
                        "Kind",
                        "From",
                        "To",
                        "#Sold",
                        "#Without",
                        "#Lift",
                        "#Lift lies in",
                        "#Share",
                        "#Cost",
                        "#Net",
                        "#Net lies in",
                        "Note"),
                rows.stream().map(CampaignSection::cells).toList());
        html.endSection();
    }

    private static List<String> cells(ResultRow row) {
        List<String> cells = new ArrayList<>();
        for (String column : List.of("brand", "kind", "starts_on", "ends_on")) {
            cells.add(row.text(column));
        }
        cells.add(Html.number(row.number("units"), 0));
        cells.add(Html.number(row.number("base_units"), 0));
        cells.add(Html.number(row.number("lift"), 0));
        cells.add(span(row, "lift_low", "lift_high"));
        cells.add(percent(row.number("lift_share")));
        cells.add(Html.number(row.number("cost"), 0));
        cells.add(Html.number(row.number("net"), 0));
        cells.add(span(row, "net_low", "net_high"));
        cells.add(row.text("note"));
        return cells;
    }

    private static String span(ResultRow row, String low, String high) {
        boolean isKnown = Double.isFinite(row.number(low)) && Double.isFinite(row.number(high));
        return isKnown
                ? Html.number(row.number(low), 0) + " to " + Html.number(row.number(high), 0)
                : Html.number(Double.NaN, 0);
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Html.number(100 * share, 0) + " %" : "–";
    }
}
