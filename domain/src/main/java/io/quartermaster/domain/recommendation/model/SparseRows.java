package io.quartermaster.domain.recommendation.model;

/**
 * A matrix kept by rows without its zeros: users by items, or items by users.
 *
 * @param columns of each row, ascending in rows of items
 * @param values as the columns
 * @param width how many columns there are
 */
record SparseRows(int[][] columns, float[][] values, int width) {

    /** r(u,i) by users, each item once, at its latest value. */
    static SparseRows byUser(Histories histories) {
        int[][] columns = new int[histories.users()][];
        float[][] values = new float[histories.users()][];
        for (int user = 0; user < columns.length; user++) {
            UserHistory history = histories.of(user).distinct().latest(PairSums.LONGEST);
            columns[user] = history.items();
            values[user] = history.values();
        }
        return new SparseRows(columns, values, histories.items());
    }

    /** Rows become columns. */
    SparseRows transposed() {
        int[] counts = new int[width];
        for (int[] cells : columns) {
            for (int cell : cells) {
                counts[cell]++;
            }
        }
        SparseRows turned = new SparseRows(new int[width][], new float[width][], columns.length);
        for (int column = 0; column < width; column++) {
            turned.columns[column] = new int[counts[column]];
            turned.values[column] = new float[counts[column]];
            counts[column] = 0;
        }
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                int to = columns[row][i];
                turned.columns[to][counts[to]] = row;
                turned.values[to][counts[to]++] = values[row][i];
            }
        }
        return turned;
    }

    /** Sum of squares of a row. */
    double squares(int row) {
        return squares(values[row]);
    }

    static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
