package io.quartermaster.domain.text;

/**
 * A network with one hidden layer over sparse vectors: {@code scores = relu(x W + b) V + c}.
 *
 * @param inputs W, one row of hidden units per dimension, row after row
 * @param hiddenBias b
 * @param outputs V, one row of labels per hidden unit, row after row
 * @param outputBias c, one per label
 */
record Network(float[] inputs, float[] hiddenBias, float[] outputs, float[] outputBias) {

    int hidden() {
        return hiddenBias.length;
    }

    int labels() {
        return outputBias.length;
    }

    /** Adds the scores of a vector to a sum, one per label. */
    void addScores(SparseVector vector, float[] sum) {
        addRow(outputs(units(vector)), 0, 1, sum);
    }

    /** The hidden units before they are cut at 0. */
    float[] units(SparseVector vector) {
        float[] units = hiddenBias.clone();
        for (int i = 0; i < vector.size(); i++) {
            addRow(inputs, vector.places()[i], vector.values()[i], units);
        }
        return units;
    }

    /** The scores of hidden units; those of 0 or less count nothing. */
    float[] outputs(float[] units) {
        float[] scores = outputBias.clone();
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit] > 0) {
                addRow(outputs, unit, units[unit], scores);
            }
        }
        return scores;
    }

    /** {@code sum += factor * row}. */
    static void addRow(float[] matrix, int row, float factor, float[] sum) {
        int from = row * sum.length;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * matrix[from + i];
        }
    }
}
