package io.quartermaster.benchmarks;

import io.quartermaster.benchmarks.Figure.Reached;
import java.io.IOException;
import java.util.List;

/** Figures of the Olist folder. */
final class OlistFigures {

    private static final String FOLDER = "olist";
    private static final String COMMAND =
            "bin/quartermaster backfill --olist ../shared/data/olist --output out";

    private OlistFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "olist-seconds",
                        "said: wall time with training",
                        COMMAND,
                        OlistFigures::seconds),
                new ProcessFigure(
                        "olist-balance",
                        "lines in = clean + quarantined",
                        COMMAND,
                        OlistFigures::balance));
    }

    private static Workshop.Run run(Workshop workshop) throws IOException, InterruptedException {
        return workshop.run("olist", "backfill", "--olist", workshop.data(FOLDER).toString());
    }

    private static Reached seconds(Workshop workshop) throws IOException, InterruptedException {
        return Reached.said("%.0f s".formatted(run(workshop).seconds()), "");
    }

    private static Reached balance(Workshop workshop) throws IOException, InterruptedException {
        LineBalance lines = LineBalance.of(run(workshop).summary());
        return Reached.of(lines.words(), "", lines.isExact());
    }
}
