package io.quartermaster.benchmarks;

import io.quartermaster.benchmarks.Figure.Reached;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Figures of the Online Retail file. */
final class RetailFigures {

    private static final String FILE = "retail/online_retail.csv.gz";
    private static final String TRAINED =
            "bin/quartermaster backfill --retail ../shared/data/" + FILE + " --output out";
    private static final String UNTRAINED = TRAINED + " --model none";
    private static final long LINES = 541_909;

    private RetailFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "retail-seconds",
                        "under 240 s of wall time without training",
                        UNTRAINED,
                        RetailFigures::seconds),
                new ProcessFigure(
                        "retail-balance",
                        "541,909 lines in = clean + quarantined",
                        UNTRAINED,
                        RetailFigures::balance),
                new ProcessFigure(
                        "retail-quarantined",
                        "1 to 5 % quarantined",
                        UNTRAINED,
                        RetailFigures::quarantined),
                new ProcessFigure(
                        "retail-accuracy",
                        "said honestly: " + ModelAccuracy.MEASURES + " of each model",
                        TRAINED,
                        RetailFigures::accuracy));
    }

    private static Workshop.Run untrained(Workshop workshop)
            throws IOException, InterruptedException {
        String file = workshop.data(FILE).toString();
        return workshop.run("retail", "backfill", "--retail", file, "--model", "none");
    }

    private static Reached seconds(Workshop workshop) throws IOException, InterruptedException {
        double seconds = untrained(workshop).seconds();
        return Reached.of("%.0f s".formatted(seconds), "", seconds < 240);
    }

    private static Reached balance(Workshop workshop) throws IOException, InterruptedException {
        LineBalance lines = LineBalance.of(untrained(workshop).summary());
        return Reached.of(lines.words(), "", lines.in() == LINES && lines.isExact());
    }

    private static Reached quarantined(Workshop workshop) throws IOException, InterruptedException {
        double percent = LineBalance.of(untrained(workshop).summary()).quarantinedPercent();
        return Reached.of(
                String.format(Locale.ROOT, "%.2f %%", percent), "", percent >= 1 && percent <= 5);
    }

    private static Reached accuracy(Workshop workshop) throws IOException, InterruptedException {
        String file = workshop.data(FILE).toString();
        ModelAccuracy accuracy =
                workshop.run("retail-trained", "backfill", "--retail", file).accuracy();
        return Reached.said(accuracy.words(), accuracy.ratioWords());
    }
}
