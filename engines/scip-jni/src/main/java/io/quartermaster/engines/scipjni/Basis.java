package io.quartermaster.engines.scipjni;

/**
 * Where the simplex stands: of each column and each row's activity whether it is at its lower limit
 * (0), basic (1), at its upper limit (2) or free at zero (3). As many are basic as there are rows.
 *
 * @param columns one per column
 * @param rows one per row
 */
public record Basis(int[] columns, int[] rows) {

    private static final int BASIC = 1;
    private static final int LAST = 3;

    void requireRegular() {
        int basic = basic(columns) + basic(rows);
        if (basic != rows.length) {
            throw new IllegalArgumentException(
                    "The basic columns and rows (%d) must be as many as the rows (%d)."
                            .formatted(basic, rows.length));
        }
    }

    private static int basic(int[] statuses) {
        int count = 0;
        for (int status : statuses) {
            if (status < 0 || status > LAST) {
                throw new IllegalArgumentException(
                        "The place (%d) of a column or row must be 0 to 3.".formatted(status));
            }
            count += status == BASIC ? 1 : 0;
        }
        return count;
    }
}
