package io.quartermaster.domain.text;

import java.util.List;

/**
 * How well texts teach: each fold is judged by a classifier that learned from the others.
 *
 * @param all of every text together
 * @param accuracies of each fold
 */
public record CrossValidation(ClassifierEvaluation all, List<Double> accuracies) {

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
        int[] dealt = StratifiedFolds.of(data.labelPlaces(names), folds, settings.seed());
        ClassifierTrainer trainer = new ClassifierTrainer(settings);
        Classification[] answers = new Classification[data.size()];
        Double[] accuracies = new Double[folds];
        for (int fold = 0; fold < folds; fold++) {
            LabelledTexts asked = data.select(dealt, fold, true);
            TextClassifier classifier = trainer.train(data.select(dealt, fold, false)).classifier();
            List<Classification> given = ClassifierTrainer.answers(classifier, asked);
            accuracies[fold] = ClassifierEvaluation.of(asked.labels(), given).accuracy();
            for (int i = 0, next = 0; i < answers.length; i++) {
                if (dealt[i] == fold) {
                    answers[i] = given.get(next++);
                }
            }
        }
        return new CrossValidation(
                ClassifierEvaluation.of(data.labels(), List.of(answers)), List.of(accuracies));
    }
}
