package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.brand.Mending;
import io.quartermaster.domain.brand.PairwiseMatrix;
import io.quartermaster.domain.brand.Priorities;
import io.quartermaster.domain.satisfaction.FactorSettings;
import io.quartermaster.domain.satisfaction.FactorWeights;
import io.quartermaster.domain.satisfaction.IndicatorWeights;
import io.quartermaster.domain.satisfaction.factor.FactorMethod;
import io.quartermaster.domain.satisfaction.factor.FactorRotation;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the weights of indicators come from. */
final class WeightSettings {

    private static final int DRAWS = 100;

    @Option(
            names = "--weights",
            paramLabel = "W",
            defaultValue = "equal",
            description =
                    "w1,w2,… in the order of the columns, or equal, entropy, factor, ahp (default: ${DEFAULT-VALUE}).")
    private String weights;

    @Option(
            names = "--judgements",
            paramLabel = "FILE",
            description =
                    "For ahp: CSV with first,second,value, value being how many times the first indicator is worth the second (3 or 1/3).")
    private Path judgements;

    @Option(names = "--force", description = "For ahp: go on with a consistency ratio above 0.10.")
    private boolean force;

    @Option(
            names = "--method",
            paramLabel = "principal-axis|maximum-likelihood",
            defaultValue = "principal-axis",
            description = "For factor: how factors are extracted (default: ${DEFAULT-VALUE}).")
    private String method;

    @Option(
            names = "--rotation",
            paramLabel = "none|varimax|promax",
            defaultValue = "varimax",
            description = "For factor: how factors are turned (default: ${DEFAULT-VALUE}).")
    private String rotation;

    @Option(
            names = "--factors",
            paramLabel = "K",
            defaultValue = "0",
            description =
                    "For factor: number of factors; 0 takes what parallel analysis finds (default: ${DEFAULT-VALUE}).")
    private int factors;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "For factor: seed of the parallel analysis (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** The weights of indicators, from these rows where they come from values. */
    double[] of(List<String> indicators, double[][] rows, Progress progress) throws IOException {
        return switch (weights) {
            case "equal" -> IndicatorWeights.equal(indicators.size());
            case "entropy" -> IndicatorWeights.entropy(rows);
            case "factor" -> byFactors(indicators, rows, progress);
            case "ahp" -> byJudgements(indicators, progress);
            default -> given(indicators);
        };
    }

    private double[] byFactors(List<String> indicators, double[][] rows, Progress progress) {
        FactorSettings settings =
                new FactorSettings(
                        FactorMethod.of(method), FactorRotation.of(rotation), factors, DRAWS, seed);
        FactorWeights found = FactorWeights.of(indicators, rows, settings);
        if (found.factorability() != null) {
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "Bartlett %.2f (p %.4f), KMO %.3f, factors %d",
                            found.factorability().bartlett(),
                            found.factorability().pValue(),
                            found.factorability().kmo(),
                            found.analysis().factors()));
        }
        for (int i = 0; found.analysis() != null && i < found.taking().size(); i++) {
            StringBuilder loadings = new StringBuilder();
            for (double loading : found.analysis().loadings()[i]) {
                loadings.append(String.format(Locale.ROOT, " %.3f", loading));
            }
            progress.say("Loadings of %s:%s".formatted(found.taking().get(i), loadings));
        }
        found.notes().forEach(progress::say);
        return found.weights();
    }

    private double[] byJudgements(List<String> indicators, Progress progress) throws IOException {
        if (judgements == null) {
            throw new IllegalArgumentException(
                    "The weights (ahp) need --judgements.\nMaybe a CSV with first,second,value for pairs of %s."
                            .formatted(indicators));
        }
        String place = judgements.toString();
        PairwiseMatrix matrix = PairwiseMatrix.of(place, indicators, pairs());
        Priorities priorities = matrix.priorities();
        progress.say(
                String.format(
                        Locale.ROOT, "Consistency ratio %.3f", priorities.consistencyRatio()));
        if (!priorities.consistent() && !force) {
            throw new IllegalArgumentException(
                    "The judgements of (%s) contradict themselves (consistency ratio %.3f, above 0.10).\nMaybe %s, or --force."
                            .formatted(
                                    place,
                                    priorities.consistencyRatio(),
                                    matrix.mending().map(WeightSettings::words).orElseThrow()));
        }
        return priorities.weights();
    }

    private static String words(Mending mending) {
        return String.format(
                Locale.ROOT,
                "judge (%s) against (%s) as %.2f instead of %.2f",
                mending.first(),
                mending.second(),
                mending.value(),
                mending.judged());
    }

    private Map<String, Double> pairs() throws IOException {
        Map<String, Double> pairs = new LinkedHashMap<>();
        try (CsvTable rows = CsvTable.open(judgements, "first", "second", "value")) {
            while (rows.next()) {
                String pair = rows.name("first").strip() + "|" + rows.name("second").strip();
                if (pairs.put(pair, fraction(rows)) != null) {
                    throw rows.wrong("The pair (%s) stands twice.".formatted(pair));
                }
            }
        }
        return pairs;
    }

    private static double fraction(CsvTable rows) {
        String text = rows.name("value").strip();
        try {
            int slash = text.indexOf('/');
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash))
                            / Double.parseDouble(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw rows.wrong("Its value (%s) is not a number.".formatted(text));
        }
    }

    private double[] given(List<String> indicators) {
        String[] parts = weights.split(",", -1);
        if (parts.length != indicators.size()) {
            throw new IllegalArgumentException(
                    "The number of weights (%d in \"%s\") must be %d.\nMaybe one for each of %s, or equal, entropy, factor, ahp."
                            .formatted(parts.length, weights, indicators.size(), indicators));
        }
        double[] given = new double[parts.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = number(parts[i]);
        }
        IndicatorWeights.check(given);
        return given;
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The weight (%s) in \"%s\" cannot be read.\nMaybe 0.25, or equal, entropy, factor, ahp."
                            .formatted(text, weights),
                    e);
        }
    }
}
