package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.embedded.RunSummary;
import io.quartermaster.pipelines.report.Report;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** What a run says at its end. */
final class Closing {

    private Closing() {}

    static void print(PrintWriter out, RunSummary summary, OutputFolder folder) {
        Map<?, ?> headline = map(summary.field("headline"));
        Map<?, ?> rows = map(summary.field("rows"));
        out.println();
        line(out, "brands judged", headline.get("brands_judged"));
        line(out, "forecast rows", rows.get("forecast"));
        map(summary.field("accuracy")).forEach((model, figures) -> accuracy(out, model, figures));
        line(out, "plan lines", rows.get("plan"));
        line(out, "purchase orders proposed", headline.get("purchase_orders"));
        line(out, "recommendations", rows.get("recommendations"));
        line(out, "customers with recommendations", headline.get("customers_advised"));
        line(out, "mean satisfaction (0 to 1)", headline.get("satisfaction"));
        line(out, "peak memory, MB", summary.field("peak_memory_mb"));
        out.println();
        out.println("Report: " + folder.place().resolve(Report.FILE));
        out.println("Tables: " + folder.place().resolve("csv"));
        out.flush();
    }

    private static Map<?, ?> map(Object field) {
        return field instanceof Map<?, ?> map ? map : Map.of();
    }

    private static void accuracy(PrintWriter out, Object model, Object figures) {
        Map<?, ?> map = map(figures);
        out.printf(
                Locale.ROOT,
                "  %-16s pinball loss %s, MASE %s, squared error %s%n",
                model,
                decimal(map.get("pinball_loss")),
                decimal(map.get("mase")),
                decimal(map.get("squared_error")));
    }

    private static void line(PrintWriter out, String meaning, Object figure) {
        out.printf(Locale.ROOT, "%-32s %s%n", meaning, decimal(figure));
    }

    private static String decimal(Object figure) {
        if (figure == null) {
            return "not known";
        }
        return figure instanceof Double number
                ? String.format(Locale.ROOT, "%.4f", number)
                : String.format(Locale.ROOT, "%,d", ((Number) figure).longValue());
    }
}
