package io.quartermaster.domain.text;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well texts teach: each fold is judged by a classifier that learned from the others. Its
 * confidence is set by the answers in the other folds, so that nothing of a fold tells on itself.
 *
 * @param all of every text together
 * @param accuracies of each fold
 */
public record CrossValidation(ClassifierEvaluation all, List<Double> accuracies) {

    private static final String NOT_JUDGED = "The message cannot be judged.";

    public CrossValidation {
        accuracies = List.copyOf(accuracies);
    }

    /**
     * Trains and judges as often as there are folds.
     *
     * @param folds 2 or more
     */
    public static CrossValidation of(LabelledTexts data, ClassifierSettings settings, int folds) {
        List<String> names = data.labelNames();
        int[] labels = data.labelPlaces(names);
        int[] dealt = StratifiedFolds.of(labels, folds, settings.seed());
        float[][] scores = scores(data, settings, names, dealt, folds);
        Classification[] answers = new Classification[data.size()];
        for (int fold = 0; fold < folds; fold++) {
            double temperature = temperature(scores, labels, dealt, fold);
            for (int i = 0; i < answers.length; i++) {
                if (dealt[i] == fold) {
                    answers[i] = answer(scores[i], temperature, names);
                }
            }
        }
        List<Classification> all = List.of(answers);
        return new CrossValidation(
                ClassifierEvaluation.of(data.labels(), all),
                IntStream.range(0, folds)
                        .mapToObj(fold -> accuracy(data.labels(), all, dealt, fold))
                        .toList());
    }

    /** Of each text, by what learned from the other folds; empty where it cannot be judged. */
    private static float[][] scores(
            LabelledTexts data,
            ClassifierSettings settings,
            List<String> names,
            int[] dealt,
            int folds) {
        float[][] scores = new float[data.size()][];
        for (int fold = 0; fold < folds; fold++) {
            int asked = fold;
            TextClassifier classifier =
                    new ClassifierTrainer(settings)
                            .untempered(data.select(dealt, fold, false).readable(), names);
            IntStream.range(0, scores.length)
                    .parallel()
                    .filter(i -> dealt[i] == asked)
                    .forEach(i -> scores[i] = classifier.scores(data.texts().get(i)));
        }
        return scores;
    }

    private static double temperature(float[][] scores, int[] labels, int[] dealt, int fold) {
        int[] others =
                IntStream.range(0, scores.length)
                        .filter(i -> dealt[i] != fold && scores[i].length > 0)
                        .toArray();
        return Temperature.of(
                IntStream.of(others).mapToObj(i -> scores[i]).toArray(float[][]::new),
                IntStream.of(others).map(i -> labels[i]).toArray());
    }

    private static Classification answer(float[] scores, double temperature, List<String> names) {
        if (scores.length == 0) {
            return Classification.impossible(NOT_JUDGED);
        }
        double[] shares = Softmax.of(scores, temperature);
        int best = TextClassifier.best(shares);
        return new Classification(names.get(best), shares[best], "");
    }

    private static double accuracy(
            List<String> labels, List<Classification> answers, int[] dealt, int fold) {
        return IntStream.range(0, dealt.length)
                .filter(i -> dealt[i] == fold)
                .mapToDouble(i -> labels.get(i).equals(answers.get(i).label()) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
