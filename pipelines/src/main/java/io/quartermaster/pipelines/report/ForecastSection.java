package io.quartermaster.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forecasts with their bands against what happened, and how far off each model was. */
final class ForecastSection implements ReportSection {

    private static final int CHARTS = 6;
    private static final int DAYS_BEFORE_TAIL = 42;

    /** One item at one place: what was sold, and what the plan's forecasts expected. */
    private static final class Series {
        private final TreeMap<LocalDate, Double> actual = new TreeMap<>();
        private final TreeMap<LocalDate, Double> mean = new TreeMap<>();
        private final TreeMap<LocalDate, Double> low = new TreeMap<>();
        private final TreeMap<LocalDate, Double> high = new TreeMap<>();
        private String model = "";
    }

    @Override
    public String anchor() {
        return "forecasts";
    }

    @Override
    public String title() {
        return "Forecasts";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Forecasts against what happened",
                "The held-out tail: every forecast was made before the days that it covers. Each day shows the forecast that was made last before it; the band runs from the 0.1 to the 0.9 quantile.");
        accuracy(html, input);
        html.raw(
                "<ul class=\"key\"><li><i class=\"a\"></i>sold</li><li><i></i>expected</li><li><i class=\"b\"></i>0.1 to 0.9 quantile</li></ul>\n<div class=\"grid\">\n");
        Map<String, Series> series = series(input);
        series.forEach((key, one) -> chart(html, key, one, input.text("tail_start")));
        html.raw("</div>\n");
        if (series.isEmpty()) {
            html.element("p", "none", "There are no forecasts.");
        }
        html.endSection();
    }

    private static void accuracy(Html html, ReportInput input) {
        List<List<String>> rows = new ArrayList<>();
        for (String model : input.names("accuracy")) {
            JsonNode figures = input.summary().path("accuracy").path(model);
            rows.add(
                    List.of(
                            model,
                            Html.number(figures.path("pinball_loss").asDouble(Double.NaN), 4),
                            Html.number(figures.path("mase").asDouble(Double.NaN), 3),
                            Html.number(figures.path("squared_error").asDouble(Double.NaN), 3),
                            Html.number(figures.path("days").asDouble(Double.NaN), 0)));
        }
        if (!rows.isEmpty()) {
            html.table(
                    List.of(
                            "Model",
                            "#Pinball loss",
                            "#MASE",
                            "#Squared error",
                            "#Forecast days scored"),
                    rows);
        }
    }

    private static Map<String, Series> series(ReportInput input) throws IOException {
        LocalDate tail = LocalDate.parse(input.text("tail_start"));
        Map<String, Double> volume = new HashMap<>();
        input.files()
                .each(
                        "demand",
                        row -> {
                            if (!row.day("event_day").isBefore(tail)) {
                                volume.merge(key(row), row.number("units"), Double::sum);
                            }
                        });
        Map<String, Series> chosen = new TreeMap<>();
        volume.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(CHARTS)
                .forEach(entry -> chosen.put(entry.getKey(), new Series()));
        actuals(input, chosen, tail.minusDays(DAYS_BEFORE_TAIL));
        expectations(input, chosen);
        return chosen;
    }

    private static void actuals(ReportInput input, Map<String, Series> chosen, LocalDate from)
            throws IOException {
        input.files()
                .each(
                        "demand",
                        row -> {
                            Series series = chosen.get(key(row));
                            if (series != null && !row.day("event_day").isBefore(from)) {
                                series.actual.put(row.day("event_day"), row.number("units"));
                            }
                        });
    }

    /** Rows come with made_on ascending, so that the last forecast before a day stays. */
    private static void expectations(ReportInput input, Map<String, Series> chosen)
            throws IOException {
        input.files()
                .each(
                        "forecast",
                        row -> {
                            Series series = chosen.get(key(row));
                            if (series != null && row.flag("champion")) {
                                LocalDate day = row.day("event_day");
                                series.mean.put(day, row.number("mean"));
                                series.low.put(day, row.number("q10"));
                                series.high.put(day, row.number("q90"));
                                series.model = row.text("model_name");
                            }
                        });
    }

    private static String key(ResultRow row) {
        return row.text("item") + " at " + row.text("place");
    }

    private static void chart(Html html, String key, Series series, String tailStart) {
        String svg =
                new DayChart("Forecast of " + key)
                        .band("", series.low, series.high)
                        .line("actual", series.actual)
                        .line("expected", series.mean)
                        .mark(LocalDate.parse(tailStart), "tail")
                        .svg();
        html.raw("<figure><figcaption><b>").text(key).raw("</b>");
        html.text(series.model.isEmpty() ? "" : ", by " + series.model);
        html.raw("</figcaption>").raw(svg).raw("</figure>\n");
    }
}
