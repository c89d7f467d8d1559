package io.quartermaster.pipelines.report;

/** The measures of the business by brand, as the analysts' pack of that name answers. */
final class MeasuresSection implements ReportSection {

    @Override
    public String anchor() {
        return "measures";
    }

    @Override
    public String title() {
        return "Measures";
    }

    @Override
    public void write(Html html, ReportInput input) {
        html.section(
                anchor(),
                "Measures of the business",
                "By brand over the last 28 days; stock turns a year as of the last day. The view brand_days has them day by day: quartermaster sql -e \"SELECT * FROM brand_days\".");
        Measures measures = input.measures();
        if (measures.titles().isEmpty()) {
            html.element("p", "none", "This history tells no brands.").endSection();
            return;
        }
        html.table(measures.titles(), measures.rows()).endSection();
    }
}
