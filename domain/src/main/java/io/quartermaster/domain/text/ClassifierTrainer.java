package io.quartermaster.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains classifiers: once without the texts held out, which set the temperature of the confidence
 * and tell the accuracy, and once with all. The same texts, settings and seed give the same bytes.
 */
public final class ClassifierTrainer {

    private static final int FEWEST_LABELS = 2;
    private static final int FEWEST_TEXTS = 2;

    /** A script that fewer of the texts are in is one that strayed in. */
    private static final double LEAST_SHARE = 0.01;

    private final ClassifierSettings settings;

    public ClassifierTrainer(ClassifierSettings settings) {
        this.settings = settings;
    }

    /**
     * Trains one. Texts that cannot be read are left out, see {@link LabelledTexts#readable()}.
     *
     * @throws IllegalArgumentException when there are not two labels with two readable texts each
     */
    public TrainedClassifier train(LabelledTexts given) {
        LabelledTexts data = given.readable();
        check(data);
        int[] folds =
                StratifiedFolds.of(
                        data.labelPlaces(data.labelNames()),
                        (int) Math.min(data.size(), Math.round(1 / settings.validation())),
                        settings.seed());
        LabelledTexts held = data.select(folds, 0, true);
        TextClassifier like = untempered(data.select(folds, 0, false), data.labelNames());
        double temperature = temperature(like, held);
        ClassifierEvaluation evaluation = evaluate(tempered(like, temperature), held);
        return new TrainedClassifier(
                tempered(untempered(data, data.labelNames()), temperature), evaluation);
    }

    /** How well a classifier does on texts. */
    public static ClassifierEvaluation evaluate(TextClassifier classifier, LabelledTexts data) {
        return ClassifierEvaluation.of(
                data.labels(), data.texts().parallelStream().map(classifier::classify).toList());
    }

    private static void check(LabelledTexts data) {
        List<String> names = data.labelNames();
        if (names.size() < FEWEST_LABELS) {
            throw new IllegalArgumentException(
                    "The texts bear one label only (%s).\nMaybe another column holds the labels."
                            .formatted(names.get(0)));
        }
        int[] counts = new int[names.size()];
        for (int place : data.labelPlaces(names)) {
            counts[place]++;
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < FEWEST_TEXTS) {
                throw new IllegalArgumentException(
                        "The label (%s) stands at one text only.\nMaybe give it more, or leave it out; or another column holds the labels."
                                .formatted(names.get(i)));
            }
        }
    }

    /**
     * Learns from readable texts; the confidence is not set yet.
     *
     * @param names labels to tell apart, those of the texts among them
     */
    TextClassifier untempered(LabelledTexts data, List<String> names) {
        List<String> texts =
                data.texts().stream().map(text -> ReadableText.of(text).text()).toList();
        TextFeatures features = TextFeatures.of(texts, settings.grams());
        if (features.size() == 0) {
            throw new IllegalArgumentException(
                    "No term stands in %d texts or more.\nMaybe --min-texts 1."
                            .formatted(settings.grams().minTexts()));
        }
        SparseVector[] vectors =
                texts.parallelStream().map(features::vector).toArray(SparseVector[]::new);
        Scorer scorer = scorer(vectors, data.labelPlaces(names), names.size(), features.size());
        return new TextClassifier(names, scripts(texts), features, scorer, 1);
    }

    private Scorer scorer(SparseVector[] vectors, int[] labels, int labelCount, int dimensions) {
        return switch (settings.method()) {
            case LINEAR ->
                    SupportVectorTrainer.train(
                            vectors,
                            labels,
                            labelCount,
                            dimensions,
                            settings.cost(),
                            settings.seed());
            case NETWORK ->
                    NetworkTrainer.train(
                            vectors,
                            labels,
                            labelCount,
                            dimensions,
                            settings.network(),
                            settings.seed());
        };
    }

    private static Set<UnicodeScript> scripts(List<String> texts) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        texts.forEach(text -> counts.merge(Script.of(text), 1, Integer::sum));
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        counts.forEach(
                (script, count) -> {
                    if (count >= LEAST_SHARE * texts.size()) {
                        scripts.add(script);
                    }
                });
        return scripts;
    }

    private static double temperature(TextClassifier classifier, LabelledTexts held) {
        float[][] scores =
                held.texts().stream()
                        .map(text -> ReadableText.of(text).text())
                        .map(text -> classifier.scorer().scores(classifier.features().vector(text)))
                        .toArray(float[][]::new);
        return Temperature.of(scores, held.labelPlaces(classifier.labels()));
    }

    private static TextClassifier tempered(TextClassifier classifier, double temperature) {
        return new TextClassifier(
                classifier.labels(),
                classifier.scripts(),
                classifier.features(),
                classifier.scorer(),
                temperature);
    }
}
