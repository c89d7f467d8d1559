package io.quartermaster.domain.text;

/**
 * One plane per label: {@code score = w x + b}.
 *
 * @param weights w, [labels][dimensions]
 * @param bias b, one per label
 */
record LinearScorer(float[][] weights, float[] bias) implements Scorer {

    @Override
    public float[] scores(SparseVector vector) {
        float[] scores = bias.clone();
        for (int label = 0; label < scores.length; label++) {
            float[] plane = weights[label];
            float sum = 0;
            for (int i = 0; i < vector.size(); i++) {
                sum += plane[vector.places()[i]] * vector.values()[i];
            }
            scores[label] += sum;
        }
        return scores;
    }
}
