package io.quartermaster.benchmarks;

import io.quartermaster.benchmarks.Figure.Reached;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the models of a run and their ensemble stand to each other on its tail. */
final class EnsembleFigures {

    private static final String FILE = "retail/online_retail.csv.gz";
    private static final int ITEMS = 500;
    private static final double ENSEMBLE = 1.005;
    private static final double SMOOTHING = 0.9;

    private EnsembleFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "retail-ensemble",
                        "Online Retail's 500 skus of the most lines, last 28 days: the ensemble's pinball loss at most 1.005 times its best member's, lstm's below seasonal naive's and automatic ets's",
                        "bin/quartermaster backfill --retail ../shared/data/"
                                + FILE
                                + " --output out",
                        EnsembleFigures::retail),
                new ProcessFigure(
                        "marketplace-ensemble",
                        "three unseen seeds: lstm's pinball loss at least 10 % below automatic ets's, the ensemble's at most 1.005 times its best member's",
                        "for seed in "
                                + String.join(" ", DemoFigures.UNSEEN_SEEDS)
                                + "; do bin/quartermaster demo --seed $seed --output out-$seed; done",
                        EnsembleFigures::marketplace));
    }

    private static Reached retail(Workshop workshop) throws IOException, InterruptedException {
        String file = workshop.data(FILE).toString();
        Path csv =
                workshop.run("retail-trained", "backfill", "--retail", file)
                        .output()
                        .resolve("csv");
        EnsembleAccuracy accuracy = EnsembleAccuracy.of(csv, EnsembleAccuracy.mostSold(csv, ITEMS));
        double lstm = accuracy.of(ForecastChampion.LSTM);
        return Reached.of(
                accuracy.words(),
                ratios(accuracy),
                accuracy.ensembleRatio() <= ENSEMBLE
                        && lstm < accuracy.of(SeasonalNaive.NAME)
                        && lstm < accuracy.of(ExponentialSmoothing.NAME));
    }

    private static Reached marketplace(Workshop workshop) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        boolean met = true;
        for (String seed : DemoFigures.UNSEEN_SEEDS) {
            Path csv = workshop.run("demo-" + seed, "demo", "--seed", seed).output().resolve("csv");
            EnsembleAccuracy accuracy = EnsembleAccuracy.of(csv, null);
            values.add(seed + ": " + accuracy.words());
            ratios.add(ratios(accuracy));
            met &= accuracy.ensembleRatio() <= ENSEMBLE && smoothingRatio(accuracy) <= SMOOTHING;
        }
        return Reached.of(String.join(" / ", values), String.join(" / ", ratios), met);
    }

    private static double smoothingRatio(EnsembleAccuracy accuracy) {
        return accuracy.of(ForecastChampion.LSTM) / accuracy.of(ExponentialSmoothing.NAME);
    }

    private static String ratios(EnsembleAccuracy accuracy) {
        return String.format(
                Locale.ROOT,
                "ensemble %.3f of the best, lstm %.3f of ets",
                accuracy.ensembleRatio(),
                smoothingRatio(accuracy));
    }
}
