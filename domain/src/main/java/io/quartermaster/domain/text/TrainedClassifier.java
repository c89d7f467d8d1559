package io.quartermaster.domain.text;

/**
 * A classifier and how well its like did.
 *
 * @param classifier learned from all texts
 * @param heldOut how one that learned from the others did on the texts held out
 */
public record TrainedClassifier(TextClassifier classifier, ClassifierEvaluation heldOut) {}
