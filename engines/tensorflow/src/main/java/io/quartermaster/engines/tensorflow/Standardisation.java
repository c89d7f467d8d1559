package io.quartermaster.engines.tensorflow;

/**
 * Means and standard deviations of columns, which a model takes off its inputs and gives back to
 * its answer. A column that does not vary counts as 0.
 *
 * @param means one a column
 * @param deviations one a column, above 0
 */
record Standardisation(float[] means, float[] deviations) {

    /**
     * Of the first rows of a table.
     *
     * @param table [rows][columns]
     * @param rows how many count, 1 or more
     */
    static Standardisation of(float[][] table, int rows) {
        int columns = table[0].length;
        float[] means = new float[columns];
        float[] deviations = new float[columns];
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += table[row][column];
            }
            double mean = sum / rows;
            double squares = 0;
            for (int row = 0; row < rows; row++) {
                double off = table[row][column] - mean;
                squares += off * off;
            }
            means[column] = (float) mean;
            float deviation = (float) Math.sqrt(squares / rows);
            deviations[column] = deviation > 0 ? deviation : 1f;
        }
        return new Standardisation(means, deviations);
    }
}
